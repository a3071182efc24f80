"""The history of an item, each change with what it did to the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.foundation.text.differences import Piece, word_differences
from preau.plan.drafting.models import Suggestion
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.models import ItemChange, PlanItem

_WORDS = {ChangeKind.REWORDED, ChangeKind.NOTED}


@dataclass(frozen=True, slots=True)
class Step:
    """``pieces`` shows the difference word by word; empty where before and after are facts, not wordings."""

    change: ItemChange
    pieces: list[Piece]
    before: str | date
    after: str | date

    @property
    def proposal(self) -> Suggestion | None:
        """The suggestion that was accepted, when the change comes from one."""
        return getattr(self.change, "suggestion", None)


def history_of(item: PlanItem) -> list[Step]:
    changes = item.changes.select_related("by", "suggestion__by", "suggestion__organisation")
    return [_step(change) for change in changes]


def _step(change: ItemChange) -> Step:
    if change.kind in _WORDS:
        return Step(change, word_differences(change.before, change.after), "", "")
    if change.kind == ChangeKind.SCHEDULED:
        return Step(change, [], _day(change.before), _day(change.after))
    if change.kind in (ChangeKind.OWNED, ChangeKind.MOVED):
        return Step(change, [], change.before, change.after)
    return Step(change, [], "", change.after if change.kind in (ChangeKind.IMPORTED, ChangeKind.ADDED) else "")


def _day(text: str) -> str | date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
