from __future__ import annotations

from preau.plan.structure.models import PlanItem


class EditConflict(Exception):
    """Somebody changed the item meanwhile. Carries the item as it stands now; the caller keeps what was typed."""

    def __init__(self, current: PlanItem) -> None:
        super().__init__(f"{current.code} is at version {current.version}")
        self.current = current
