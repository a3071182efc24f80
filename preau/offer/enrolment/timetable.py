"""When a unit happens in a child's week, and whether two of them can be lived by the same child. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from preau.offer.activities.enums import Rhythm, Season

if TYPE_CHECKING:
    from .models import BookingUnit

_WORKING_DAYS = range(5)


@dataclass(frozen=True, slots=True)
class Span:
    """A day of the week (0 is Monday) and two hours of the town's clocks, between two days, both in.

    ``weeks`` is 0 or 1 for what happens every other week, None for every week.
    """

    weekday: int
    starts: time
    ends: time
    first_on: date
    last_on: date
    season: str = Season.ALWAYS
    weeks: int | None = None


def spans_of(unit: BookingUnit) -> tuple[Span, ...]:
    """``slot`` and ``session`` (with its slot) are read: fetch them with the unit."""
    if unit.session is not None:
        day, hours = unit.session.day, unit.session.slot
        return (Span(day.weekday(), hours.starts_at, hours.ends_at, day, day),)
    slot = unit.slot
    if slot is None:
        return ()
    first = max(unit.starts_on, slot.first_on or unit.starts_on)
    last = min(unit.ends_on, slot.last_on or unit.ends_on)
    season = Season.HOLIDAYS if slot.rhythm == Rhythm.HOLIDAYS else slot.season
    if slot.rhythm == Rhythm.ONCE and slot.first_on:
        days: list[int] = [slot.first_on.weekday()]
        last, season = slot.first_on, Season.ALWAYS
    else:
        days = [slot.weekday] if slot.weekday is not None else list(_WORKING_DAYS)
    every_other = slot.rhythm == Rhythm.FORTNIGHTLY
    return tuple(
        Span(day, slot.starts_at, slot.ends_at, first, last, season, _week(first, day) if every_other else None)
        for day in days
    )


def meet(one: Span, other: Span, *, travel: int = 0) -> bool:
    """Whether one child cannot live both: at the same moment, or less than ``travel`` minutes apart."""
    if one.weekday != other.weekday or not _same_weeks(one, other):
        return False
    if {one.season, other.season} == {Season.TERM, Season.HOLIDAYS}:
        return False
    first, last = max(one.first_on, other.first_on), min(one.last_on, other.last_on)
    if first + timedelta(days=(one.weekday - first.weekday()) % 7) > last:
        return False
    return _minutes(one.starts) < _minutes(other.ends) + travel and _minutes(other.starts) < _minutes(one.ends) + travel


def _same_weeks(one: Span, other: Span) -> bool:
    return one.weeks is None or other.weeks is None or one.weeks == other.weeks


def _week(first: date, weekday: int) -> int:
    """The parity of the weeks of a fortnightly slot, counted from its first day."""
    return (first + timedelta(days=(weekday - first.weekday()) % 7)).toordinal() // 7 % 2


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
