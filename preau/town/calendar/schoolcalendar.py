"""What each day is for the town: class, holidays, bank holiday, closure. Everything is data, nothing asks a database.

The zone says which holidays count on a day; what the town decided by itself (``Local``) counts before them. A day in
two kinds is told by the strongest: bank holiday, then closure of the whole town, then holidays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from preau.foundation import schoolyears

from .enums import ClosureKind, DayKind, TimeBand

PARIS = ZoneInfo("Europe/Paris")
MIDSUMMER = (8, 1)
"""The long holidays are the ones that hold this day, in all the zones of France."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both in; ``last_day`` None is until further notice."""

    first_day: date
    last_day: date | None

    def holds(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Zone(Span):
    """The holiday zone of the town between two days."""

    name: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days without class of a zone, both in."""

    name: str
    first_day: date
    last_day: date
    zone: str = ""

    @property
    def end(self) -> date:
        """The ministry first publishes the summer by its first day alone: it then lasts until the end of August."""
        if self.first_day == self.last_day and self.first_day.month == 7:
            return date(self.first_day.year, 8, 31)
        return self.last_day

    def days(self) -> Iterator[date]:
        return days_between(self.first_day, self.end)


@dataclass(frozen=True, slots=True)
class Local:
    """What the town says against the official calendar: days without class, or with class (``has_class``)."""

    name: str
    first_day: date
    last_day: date
    has_class: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """A closure. ``site`` None is the whole town, ``place`` the name of the site; no ``bands`` is all of them."""

    reason: str
    first_day: date
    last_day: date
    site: int | None = None
    bands: frozenset[TimeBand] = frozenset()
    kind: ClosureKind = ClosureKind.OTHER
    key: int = 0
    place: str = ""
    version: int = 1

    def holds(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def concerns(self, band: TimeBand | None) -> bool:
        """Without a band, whether everything is closed."""
        return not self.bands or (band is not None and band in self.bands)


@dataclass(frozen=True, slots=True)
class YearBounds:
    """Day of the return to class and last day of class. Not known: the administrative year, until the summer is."""

    first_day: date
    last_day: date
    is_known: bool

    def holds(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class SchoolCalendar:
    """The calendar of one town. ``rooms`` says in which building a room is: what closes one closes the other.

    ``zone`` is the zone of its clocks; ``zones`` the holiday zones, one after the other.
    """

    zones: tuple[Zone, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    closures: tuple[Closing, ...] = ()
    locals: tuple[Local, ...] = ()
    rooms: Mapping[int, int] = field(default_factory=dict)
    zone: tzinfo = PARIS

    def zone_on(self, day: date) -> str:
        """ "" when nobody said in which zone the town is that day: it then has no holidays."""
        return next((each.name for each in self.zones if each.holds(day)), "")

    def kind_of(self, day: date) -> DayKind:
        if day in self.bank_holidays:
            return DayKind.BANK_HOLIDAY
        if self.closed(day):
            return DayKind.CLOSED
        if self.is_holiday(day):
            return DayKind.HOLIDAYS
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.TERM

    def is_holiday(self, day: date) -> bool:
        return day in self._free_days

    def holiday_name(self, day: date) -> str | None:
        return self._free_days.get(day)

    def bank_holiday(self, day: date) -> str | None:
        return self.bank_holidays.get(day)

    def closed(self, day: date, site: int | None = None, band: TimeBand | None = None) -> str | None:
        """Why nothing opens: in the town, at a site, or there for one band. None when no closure says so.

        Bank holidays are not closures: ``shut`` tells both.
        """
        found = self._closures_by_day.get(day, ())
        wheres = {None} if site is None else {None, site, self.rooms.get(site)}
        return next((each.reason for each in found if each.site in wheres and each.concerns(band)), None)

    def shut(self, day: date, site: int | None = None, band: TimeBand | None = None) -> str | None:
        """Why nothing opens, bank holidays too."""
        return self.bank_holidays.get(day) or self.closed(day, site, band)

    def closures_on(self, day: date) -> tuple[Closing, ...]:
        return self._closures_by_day.get(day, ())

    def bounds(self, year: int) -> YearBounds:
        """Of a school year (2026 is 2026-2027): from the end of one summer to the beginning of the next.

        Neither day is ever in a week-end; the summers of the zone say them, never 1 September.
        """
        before, after = self._summer(year), self._summer(year + 1)
        first = before.end + _DAY if before else schoolyears.first_day(year)
        last = after.first_day - _DAY if after else schoolyears.last_day(year)
        while before and (first.weekday() >= 5 or first in self.bank_holidays):
            first += _DAY
        while after and (last.weekday() >= 5 or last in self.bank_holidays):
            last -= _DAY
        return YearBounds(first, last, is_known=before is not None and after is not None)

    def year_of(self, day: date) -> int:
        """The school year of a day: a new one begins with the return to class, and holds the summer after it."""
        year = schoolyears.school_year_of(day)
        if (summer := self._summer(year + 1)) is not None and day > summer.end:
            return year + 1
        if (summer := self._summer(year)) is not None and day <= summer.end:
            return year - 1
        return year

    def weeks(self, year: int) -> list[date]:
        """The Mondays of the weeks of a school year with at least one day of class."""
        bounds = self.bounds(year)
        monday = bounds.first_day - timedelta(days=bounds.first_day.weekday())
        mondays = []
        while monday <= bounds.last_day:
            if any(self.is_term(day) for day in days_between(monday, monday + timedelta(days=4)) if bounds.holds(day)):
                mondays.append(monday)
            monday += timedelta(days=7)
        return mondays

    def is_term(self, day: date) -> bool:
        """Whether the day is in the weeks of class. Which days of it a school works is said by its own week."""
        return day not in self._free_days and day not in self.bank_holidays

    def holidays_between(self, first: date, last: date) -> list[Holiday]:
        """What the town lives, in order: the holidays of its zone that touch these days, and those of its own."""
        official = [each for each in self.holidays if each.zone == self.zone_on(each.first_day)]
        own = [Holiday(each.name, each.first_day, each.last_day) for each in self.locals if not each.has_class]
        touched = [each for each in (*official, *own) if each.first_day <= last and first <= each.end]
        return sorted(touched, key=lambda each: (each.first_day, each.end))

    def _summer(self, year: int) -> Holiday | None:
        midsummer = date(year, *MIDSUMMER)
        zone = self.zone_on(midsummer)
        found = (each for each in self.holidays if each.first_day <= midsummer <= each.end and each.zone == zone)
        return next(found, None)

    @cached_property
    def _free_days(self) -> dict[date, str]:
        days = {
            day: each.name
            for each in self.holidays
            for day in each.days()
            if each.zone and self.zone_on(day) == each.zone
        }
        for each in self.locals:
            for day in days_between(each.first_day, each.last_day):
                if each.has_class:
                    days.pop(day, None)
                else:
                    days[day] = each.name
        return days

    @cached_property
    def _closures_by_day(self) -> dict[date, tuple[Closing, ...]]:
        found: dict[date, tuple[Closing, ...]] = {}
        for each in self.closures:
            for day in days_between(each.first_day, each.last_day):
                found[day] = (*found.get(day, ()), each)
        return found


def days_between(first: date, last: date) -> Iterator[date]:
    """Both in."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
