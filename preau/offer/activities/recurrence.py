"""From a slot and the calendar of the town to the days on which it runs. Pure: nothing here asks a database or a clock.

What the rules say, in the words of decision 0022:

- A weekly slot runs on its weekday, in the weeks of its season. A bank holiday takes the session away, as holidays do.
- A fortnightly slot counts the weeks from its first day onwards, holidays or not: they take sessions away and never
  shift the others, so that « une semaine sur deux » stays the same weeks on the kitchen wall, whatever is imported.
- ``HOLIDAYS`` runs on each working day of the holidays, or on its weekday alone when it names one.
- ``ONCE`` runs on its day, whatever the calendar says: somebody chose that day.
- A closure calls a session off and says why: it was promised. So does an exception that cancels.
- A moved session keeps its own ``day``; an added one runs although no rule asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from preau.town.calendar.enums import TimeBand
from preau.town.calendar.schoolcalendar import SchoolCalendar, days_between

from .enums import Rhythm, Season

_WEEK = timedelta(days=7)


class SlotRule(Protocol):
    """What a slot says: the model ``Slot``, or anything with the same fields."""

    rhythm: str
    season: str
    weekday: int | None
    starts_at: time
    ends_at: time
    first_on: date | None
    last_on: date | None


class Exceptional(Protocol):
    """What an exception says: the model ``SlotException``, or anything with the same fields."""

    day: date
    is_cancelled: bool
    new_day: date | None
    starts_at: time | None
    ends_at: time | None
    reason: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One session as the rules want it. ``day`` is the one that the slot meant; both instants are in UTC."""

    day: date
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool = False
    reason: str = ""
    band: TimeBand | None = None


type BandOf = Callable[[date, time], TimeBand | None]
"""The moment of a child's week in which a day and an hour fall."""


def no_band(day: date, moment: time) -> None:
    return None


def occurrences(
    slot: SlotRule,
    between: tuple[date, date],
    calendar: SchoolCalendar,
    *,
    site: int | None = None,
    exceptions: Iterable[Exceptional] = (),
    band_of: BandOf = no_band,
) -> list[Occurrence]:
    """Every session of a slot of an activity that lasts from a day to a day, in the order of the days it meant.

    ``site`` is the key of the place: its closures count, and those of the whole town; an activity without a place
    follows neither.
    """
    told = {each.day: each for each in exceptions}
    meant = dict.fromkeys(run_days(slot, between, calendar))
    meant.update((day, None) for day, each in told.items() if stands_alone(each))
    found = [_occurrence(slot, day, told.get(day), calendar, site, band_of) for day in meant]
    return sorted(found, key=lambda each: each.day)


def run_days(slot: SlotRule, between: tuple[date, date], calendar: SchoolCalendar) -> Iterator[date]:
    """The days that the rule itself gives, exceptions and closures aside."""
    first = max(slot.first_on or between[0], between[0])
    last = min(slot.last_on or between[1], between[1])
    if slot.rhythm == Rhythm.ONCE:
        return (day for day in (slot.first_on,) if day is not None and between[0] <= day <= between[1])
    if slot.rhythm == Rhythm.HOLIDAYS:
        days = days_between(first, last)
        return (day for day in days if calendar.is_holiday(day) and _works(slot, day) and _opens(day, calendar))
    step = 2 * _WEEK if slot.rhythm == Rhythm.FORTNIGHTLY else _WEEK
    return (day for day in _from(first, last, slot.weekday or 0, step) if _in_season(slot.season, day, calendar))


def stands_alone(exception: Exceptional) -> bool:
    """Whether the exception makes a session where the rule gives none: one that was added, or moved, even if it was
    called off afterwards. Calling off a day on which nothing runs makes none."""
    return not exception.is_cancelled or exception.new_day is not None or exception.starts_at is not None


def instants(day: date, starts_at: time, ends_at: time, calendar: SchoolCalendar) -> tuple[datetime, datetime]:
    """Hours of the town's clocks as instants. An end that the clocks of March jump over comes as late as it should."""
    begins = datetime.combine(day, starts_at, calendar.zone).astimezone(UTC)
    ends = datetime.combine(day, ends_at, calendar.zone).astimezone(UTC)
    if ends <= begins:
        ends = begins + (datetime.combine(day, ends_at) - datetime.combine(day, starts_at))
    return begins, ends


def _occurrence(
    slot: SlotRule,
    day: date,
    exception: Exceptional | None,
    calendar: SchoolCalendar,
    site: int | None,
    band_of: BandOf,
) -> Occurrence:
    on, starts_at, ends_at, off, reason = day, slot.starts_at, slot.ends_at, False, ""
    if exception is not None:
        on, off, reason = exception.new_day or day, exception.is_cancelled, exception.reason
        starts_at, ends_at = _hours(slot, exception)
    band = band_of(on, starts_at)
    closed = calendar.closed(on, site, band) if site is not None and not off else None
    begins, ends = instants(on, starts_at, ends_at, calendar)
    return Occurrence(day, begins, ends, off or closed is not None, closed or reason, band)


def _hours(slot: SlotRule, exception: Exceptional) -> tuple[time, time]:
    """A new beginning alone keeps the length of the slot, within the day."""
    starts_at, ends_at = exception.starts_at or slot.starts_at, exception.ends_at
    if ends_at is None or ends_at <= starts_at:
        some_day = date(2000, 1, 1)
        length = datetime.combine(some_day, slot.ends_at) - datetime.combine(some_day, slot.starts_at)
        late = datetime.combine(some_day, starts_at) + length
        ends_at = late.time() if late.date() == some_day else time(23, 59)
    return starts_at, ends_at


def _from(first: date, last: date, weekday: int, step: timedelta) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += step


def _in_season(season: str, day: date, calendar: SchoolCalendar) -> bool:
    if not _opens(day, calendar):
        return False
    return season == Season.ALWAYS or calendar.is_holiday(day) == (season == Season.HOLIDAYS)


def _opens(day: date, calendar: SchoolCalendar) -> bool:
    return calendar.bank_holiday(day) is None


def _works(slot: SlotRule, day: date) -> bool:
    return day.weekday() == slot.weekday if slot.weekday is not None else day.weekday() < 5
