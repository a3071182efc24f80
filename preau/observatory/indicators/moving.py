"""Which figures moved most since the same days of the year before: what somebody who looks once a month should see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .enums import Status, Unit
from .library import Entry
from .models import Indicator
from .queries import Known, Point, same_period
from .shown import Shown
from .spans import same_span_before
from .wording import change_words

_FOR_EXPERTS = {Unit.INDEX}
"""Read on their own page, with their words around them."""
_HUNDRED = {Unit.SHARE, Unit.POINTS, Unit.SCORE}
"""Units whose gaps are told out of a hundred; any other gap is told against the figure itself."""


@dataclass(frozen=True, slots=True)
class Moved:
    indicator: Indicator
    now: Shown
    before: Point
    words: str

    @property
    def entry(self) -> Entry:
        return self.indicator.entry

    @property
    def size(self) -> float:
        return size_of(self.now.value or 0, self.before.figure.value or 0, self.entry.unit)


def size_of(now: float, before: float, unit: str) -> float:
    """How much it moved, from 0 to 1, so that figures of all units may be ranked. Pure."""
    gap = abs(now - before)
    return min(1.0, gap / (100 if unit in _HUNDRED else max(abs(now), abs(before), 1)))


def moving(known: Known, indicators: Iterable[Indicator], most: int = 5) -> list[Moved]:
    """Those that count themselves, the largest move first. What is hidden on either side is not told."""
    plain = [each for each in indicators if _is_plain(each.entry)]
    known.look_up({each.code for each in plain}, [known.current, same_span_before(known.current)])
    moved = (_moved(each, known) for each in plain)
    return sorted((each for each in moved if each and each.size > 0), key=lambda each: -each.size)[:most]


def _is_plain(entry: Entry) -> bool:
    return entry.status == Status.COUNTED and entry.unit not in _FOR_EXPERTS


def _moved(indicator: Indicator, known: Known) -> Moved | None:
    now = known.whole(indicator, known.current)
    if not now.is_known:
        return None
    before = same_period(indicator, known)
    if before is None or not before.figure.is_known:
        return None
    words = change_words(now, before.figure, indicator.entry)
    return Moved(indicator, now, before, words) if words else None
