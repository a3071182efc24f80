"""Where two projects could meet: themes and periods are compared, nothing else. Pure.

A crossing is an offer made to people, never a mark given to them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from preau.plan.sheets.enums import Theme

from .content import Content, Period
from .enums import CrossingKind

COMPLEMENTS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        (Theme.SPORT, Theme.HEALTH),
        (Theme.SPORT, Theme.FOOD),
        (Theme.FOOD, Theme.HEALTH),
        (Theme.FOOD, Theme.ENVIRONMENT),
        (Theme.READING, Theme.CULTURE),
        (Theme.READING, Theme.DIGITAL),
        (Theme.CULTURE, Theme.DIGITAL),
        (Theme.CITIZENSHIP, Theme.LAICITE),
        (Theme.CITIZENSHIP, Theme.ENVIRONMENT),
        (Theme.CITIZENSHIP, Theme.INCLUSION),
        (Theme.SPORT, Theme.INCLUSION),
        (Theme.TRANSITION, Theme.PARENTING),
    )
)
"""Themes that lend each other a hand. A town may argue with each line; none is a truth."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """``key`` names it for good, as long as both sides keep these themes in these periods."""

    kind: CrossingKind
    school_theme: str
    care_theme: str
    school_period: Period | None = None
    care_period: Period | None = None

    @property
    def key(self) -> str:
        return f"{self.school_theme}.{_number(self.school_period)}-{self.care_theme}.{_number(self.care_period)}"

    @property
    def starts_on(self) -> date | None:
        """The first day of both when they meet, else of the period that comes first."""
        return self._days[0]

    @property
    def ends_on(self) -> date | None:
        return self._days[1]

    def is_over(self, today: date) -> bool:
        """Whether every period that it speaks of has ended: there is nothing left to do together."""
        told = [each for each in (self.school_period, self.care_period) if each is not None]
        return bool(told) and all(each.ends_on < today for each in told)

    def is_carried_by(self, themes: Collection[str], starts_on: date | None, ends_on: date | None) -> bool:
        """Whether an action of these themes and days does already what the crossing offers."""
        if not {self.school_theme, self.care_theme} <= set(themes):
            return False
        ours = self.starts_on, self.ends_on
        if None in (*ours, starts_on, ends_on):
            return True
        return ours[0] <= ends_on and starts_on <= ours[1]  # type: ignore[operator]

    @property
    def _days(self) -> tuple[date | None, date | None]:
        school, care = self.school_period, self.care_period
        if school is not None and care is not None:
            if school.meets(care):
                return max(school.starts_on, care.starts_on), min(school.ends_on, care.ends_on)
            first = min(school, care, key=lambda period: period.starts_on)
            return first.starts_on, first.ends_on
        only = school or care
        return (only.starts_on, only.ends_on) if only else (None, None)


def _number(period: Period | None) -> int:
    return period.number if period else 0


def crossings(
    school: Content, care: Content, *, without: Collection[str] = (), today: date | None = None
) -> list[Crossing]:
    """What the two sides could do together, the strongest first.

    ``without``: keys that are done or set aside; ``today`` leaves out what is over.
    """
    found = [*_same_theme(school, care), *_complementary(school, care)]
    order = list(CrossingKind)
    kept = [each for each in found if each.key not in without and not (today and each.is_over(today))]
    return sorted(kept, key=lambda each: (order.index(each.kind), each.starts_on or date.max, each.key))


def _same_theme(school: Content, care: Content) -> Iterable[Crossing]:
    """Each meeting of a shared theme; where it never meets, the nearest periods, or the year as a whole."""
    for theme in sorted(_themes(school) & _themes(care)):
        ours, theirs = _about(school, theme), _about(care, theme)
        together = [(one, other) for one in ours for other in theirs if one.meets(other)]
        if together:
            for one, other in together:
                yield Crossing(CrossingKind.SAME_TIME, theme, theme, one, other)
        elif ours and theirs:
            one, other = min(
                ((one, other) for one in ours for other in theirs),
                key=lambda pair: (pair[0].days_from(pair[1]), pair[0].number, pair[1].number),
            )
            yield Crossing(CrossingKind.OTHER_TIME, theme, theme, one, other)
        else:
            one_period = ours[0] if ours else None
            other_period = theirs[0] if theirs else None
            yield Crossing(CrossingKind.OTHER_TIME, theme, theme, one_period, other_period)


def _complementary(school: Content, care: Content) -> Iterable[Crossing]:
    for one in school.periods:
        for other in care.periods:
            if one.theme and other.theme and one.meets(other) and frozenset((one.theme, other.theme)) in COMPLEMENTS:
                yield Crossing(CrossingKind.COMPLEMENTARY, one.theme, other.theme, one, other)


def _themes(content: Content) -> set[str]:
    return {*content.themes, *(period.theme for period in content.periods if period.theme)}


def _about(content: Content, theme: str) -> list[Period]:
    return [period for period in content.periods if period.theme == theme]
