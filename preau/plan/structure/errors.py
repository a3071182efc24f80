from __future__ import annotations

from preau.plan.structure.models import PlanItem


class EditConflict(Exception):
    """Somebody changed the item meanwhile. Carries the item as it stands now; the caller keeps what was typed."""

    def __init__(self, current: PlanItem) -> None:
        super().__init__(f"{current.code} is at version {current.version}")
        self.current = current


class PlanAdopted(Exception):
    """The plan is adopted: its text and its order are fixed for good."""


class NotEmpty(Exception):
    """An axis or a general objective that still holds something can't be taken out."""


class NoPlace(Exception):
    """The place asked for is not in the plan any more, or can't hold an item of that kind."""


class CannotUndo(Exception):
    """What the change did has been changed again since. Carries the item as it stands now."""

    def __init__(self, current: PlanItem) -> None:
        super().__init__(f"{current.code} has changed since")
        self.current = current
