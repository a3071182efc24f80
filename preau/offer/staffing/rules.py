"""How many adults, at least. Pure: the values of the law are arguments, with their dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .enums import RatioCase, Setting

LONG = timedelta(hours=5)
SIX = 6


@dataclass(frozen=True, slots=True)
class Ratio:
    """One adult for so many ``children``, in a case, from a day to a day."""

    case: str
    under_six: bool
    children: int
    valid_from: date
    valid_to: date | None = None
    source: str = ""

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Share:
    """The adults of one age group."""

    under_six: bool
    children: int
    adults: int
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class Need:
    shares: tuple[Share, ...]

    @property
    def adults(self) -> int:
        return sum(share.adults for share in self.shares)


def case_of(setting: str, duration: timedelta, *, has_plan: bool) -> RatioCase:
    """``duration`` is how long children are there in a row; five hours exactly is not long."""
    if setting == Setting.OUT_OF_SCHOOL:
        return RatioCase.OUT_OF_SCHOOL
    if setting == Setting.WALK:
        return RatioCase.WALK
    if has_plan:
        return RatioCase.AROUND_PLAN_LONG if duration > LONG else RatioCase.AROUND_PLAN
    return RatioCase.AROUND_LONG if duration > LONG else RatioCase.AROUND


def adults_needed(
    children_by_age: Mapping[int, int],
    setting: str,
    duration: timedelta,
    on: date,
    *,
    has_plan: bool,
    ratios: Iterable[Ratio],
) -> Need | None:
    """Children are counted at the peak. Those under six and the others have each their adults, rounded up.

    None when no value of the law is known for one of the groups on that day: nothing is better than a wrong number.
    """
    case = case_of(setting, duration, has_plan=has_plan)
    holding = {each.under_six: each for each in ratios if each.case == case and each.holds_on(on)}
    shares = []
    for under_six in (True, False):
        children = sum(count for age, count in children_by_age.items() if (age < SIX) == under_six)
        if not children:
            continue
        ratio = holding.get(under_six)
        if ratio is None:
            return None
        shares.append(Share(under_six, children, -(-children // ratio.children), ratio))
    return Need(tuple(shares))
