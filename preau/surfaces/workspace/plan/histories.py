"""The history of an item, each change with what it did to the words."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from preau.foundation.text.differences import Piece, word_differences
from preau.plan.drafting.models import Suggestion
from preau.plan.structure.enums import ChangeKind
from preau.plan.structure.models import ItemChange, PlanItem
from preau.plan.structure.permissions import undoing_needs

_WORDS = {ChangeKind.REWORDED, ChangeKind.DETAILED, ChangeKind.NOTED}
_FIRST = {ChangeKind.IMPORTED, ChangeKind.RECORDED}


@dataclass(frozen=True, slots=True)
class Step:
    """``pieces`` shows the difference word by word; empty where before and after are facts, not wordings.

    ``may_undo``: nothing changed it again since, and the person may.
    """

    change: ItemChange
    pieces: list[Piece]
    before: str | date
    after: str | date
    may_undo: bool = False

    @property
    def proposal(self) -> Suggestion | None:
        """The suggestion that was accepted, when the change comes from one."""
        return getattr(self.change, "suggestion", None)


def history_of(item: PlanItem, allowed: AbstractSet[str] = frozenset()) -> list[Step]:
    """``allowed``: what the person may do to the item, as ``ITEMS`` names it."""
    now = item.state
    return [
        replace(_step(change), may_undo=change.still_stands(now) and _may_undo(change, allowed))
        for change in item.changes.select_related("by", "suggestion__by")
    ]


def _may_undo(change: ItemChange, allowed: AbstractSet[str]) -> bool:
    return change.kind not in _FIRST and {"edit", *undoing_needs(change)} <= allowed


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
