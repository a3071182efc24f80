"""Are there adults enough, now and when everybody is there? Pure; the law is in ``offer.staffing``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from preau.offer.staffing.rules import SIX, Need

from .enums import StaffFunction

DIRECTOR_COUNTS_UP_TO = 50
"""Minors. The director of a larger care is not among those who look after children (CASF, R. 227-16)."""
type NeedOf = Callable[[Mapping[int, int]], Need | None]


class Verdict(StrEnum):
    ENOUGH = "enough"
    SOON_SHORT = "soon_short"  # before the breach: all the expected children cannot be received
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class LiveRatio:
    """``needed`` for those who are there, ``needed_for_all`` for those and the ones still expected."""

    verdict: Verdict
    adults: int
    needed: int
    needed_for_all: int
    children: int
    under_six: int
    still_expected: int
    director_counts: bool

    @property
    def missing(self) -> int:
        return max(0, (self.needed if self.verdict == Verdict.SHORT else self.needed_for_all) - self.adults)


def live_ratio(
    present: Iterable[int], expected: Iterable[int], adults: Iterable[str], need_of: NeedOf
) -> LiveRatio | None:
    """Ages of the children there and still expected, functions of the adults there. None: the law has no value."""
    there, coming, functions = Counter(present), Counter(expected), Counter(adults)
    now, then = need_of(there), need_of(there + coming)
    if now is None or then is None:
        return None
    director_counts = (there + coming).total() <= DIRECTOR_COUNTS_UP_TO
    count = functions[StaffFunction.LEADER] + (functions[StaffFunction.DIRECTOR] if director_counts else 0)
    verdict = Verdict.SHORT if count < now.adults else Verdict.SOON_SHORT if count < then.adults else Verdict.ENOUGH
    small = sum(many for age, many in there.items() if age < SIX)
    return LiveRatio(verdict, count, now.adults, then.adults, there.total(), small, coming.total(), director_counts)
