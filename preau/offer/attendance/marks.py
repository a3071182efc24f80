"""What stands when several phones tell the same thing, late, twice or in any order. Pure: a function of a set of marks.

Each mark names those that its author had before their eyes (``after``): it stands over them, and over what the same
phone said before. Marks that nothing stands over are the heads. One head is the truth; two that agree too; two that
do not were made by people who did not know of each other: a human is asked, and meanwhile the last one told holds.
Clocks of phones count only there (decision 0029).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .enums import AWAY, CAME, Mark


@dataclass(frozen=True, slots=True)
class Told:
    """One mark, made on a phone. ``turn`` counts that phone’s marks; ``at`` is the instant that is trusted."""

    key: UUID
    mark: str
    at: datetime
    after: frozenset[UUID] = frozenset()
    device: str = ""
    turn: int = 0
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """``last`` is the mark that holds, None when nothing was told. ``heads``: what a new mark stands over."""

    last: Told | None
    heads: tuple[Told, ...] = ()
    arrived_at: datetime | None = None
    is_disputed: bool = False

    @property
    def mark(self) -> str:
        return self.last.mark if self.last else Mark.EXPECTED


def standing(marks: Iterable[Told]) -> Standing:
    """The same for the same set, whatever the order and however many times each is told."""
    known = sorted({each.key: each for each in marks}.values(), key=_order)
    if not known:
        return Standing(None)
    heads = tuple(_heads(known))
    speaking = [each for each in heads if each.mark != Mark.EXPECTED] or list(heads)
    last = speaking[-1]
    sides = {side for side in (CAME, AWAY) for each in speaking if each.mark in side}
    return Standing(last, heads, _arrival(known) if last.mark in CAME else None, len(sides) > 1)


def trusted(told_at: datetime, *, received_at: datetime, not_before: datetime) -> datetime:
    """A phone's clock may be wrong: an instant after the reception, or before the day, is that of the reception."""
    return told_at if not_before <= told_at <= received_at else received_at


def _heads(known: Collection[Told]) -> Iterable[Told]:
    """All of them when they stand over one another in a ring: no honest phone makes that, and nothing is lost."""
    under = {before for each in known for before in each.after}
    turns: dict[str, int] = {}
    for each in known:
        turns[each.device] = max(turns.get(each.device, 0), each.turn)
    free = [each for each in known if each.key not in under and (not each.device or each.turn == turns[each.device])]
    return free or known


def _arrival(known: Iterable[Told]) -> datetime | None:
    """When the child was first said to be there, since anybody last said the contrary."""
    arrived = None
    for each in known:
        if each.mark == Mark.PRESENT:
            arrived = arrived or each.at
        elif each.mark != Mark.LEFT:
            arrived = None
    return arrived


def _order(told: Told) -> tuple[datetime, int, str]:
    return told.at, told.turn, str(told.key)
