"""In which band a child is at an instant, or why in none: the week of the site read with the town's calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from .enums import DayKind, TimeBand, WeekSeason
from .rules import Hours, Week, week_on
from .schoolcalendar import SchoolCalendar


@dataclass(frozen=True, slots=True)
class SiteDay:
    """What a day is at a site: what opens, in order, or why nothing does (``reason``: a closure, a bank holiday).

    ``shut`` holds the bands that the week would open and that a closure takes away, ``week`` the week that holds,
    None when nobody decided one for that season.
    """

    day: date
    kind: DayKind
    hours: tuple[Hours, ...]
    shut: tuple[Hours, ...] = ()
    reason: str = ""
    holiday: str = ""
    week: Week | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant at a site. ``hours`` is the band it falls in, or the one that would be open without the closure."""

    at: datetime
    on: SiteDay
    hours: Hours | None

    @property
    def band(self) -> TimeBand | None:
        return self.hours.band if self.hours and self.hours in self.on.hours else None

    @property
    def is_shut(self) -> bool:
        """Whether the calendar alone keeps it closed: a closure, a bank holiday."""
        return bool(self.on.reason) and (self.hours in self.on.shut or not self.on.hours)


def season_on(calendar: SchoolCalendar, day: date) -> WeekSeason:
    return WeekSeason.HOLIDAYS if calendar.is_holiday(day) else WeekSeason.SCHOOL


def site_day(weeks: Sequence[Week], day: date, calendar: SchoolCalendar, site: int | None = None) -> SiteDay:
    """School day: the hours of the school week. Holidays: those of the holiday week. Bank holiday, closure: nothing."""
    week = week_on(weeks, day, season_on(calendar, day))
    usual = week.on(day.weekday()) if week else []
    reasons = {each: calendar.shut(day, site, each.band) for each in usual}
    reason = calendar.shut(day, site) or next(filter(None, reasons.values()), None)
    return SiteDay(
        day,
        _kind(calendar, day, site),
        tuple(each for each in usual if not reasons[each]),
        tuple(each for each in usual if reasons[each]),
        reason or "",
        calendar.holiday_name(day) or "",
        week,
    )


def hours_on(weeks: Sequence[Week], day: date, calendar: SchoolCalendar, site: int | None = None) -> list[Hours]:
    """What opens that day, in order; nothing on a closed day, or where no week was ever decided."""
    return list(site_day(weeks, day, calendar, site).hours)


def moment_at(weeks: Sequence[Week], when: datetime, calendar: SchoolCalendar, site: int | None = None) -> Moment:
    """Hours are those of the town's clocks: an instant with a zone is first read on them, whatever the season."""
    local = when.astimezone(calendar.zone).replace(tzinfo=None) if when.tzinfo else when
    day = site_day(weeks, local.date(), calendar, site)
    return Moment(local, day, _holding((*day.hours, *day.shut), local.time()))


def band_at(
    weeks: Sequence[Week], when: datetime, calendar: SchoolCalendar, site: int | None = None
) -> TimeBand | None:
    """The band that a date and an hour fall in; None outside of all."""
    return moment_at(weeks, when, calendar, site).band


def usual_band(weeks: Sequence[Week], day: date, moment: time, calendar: SchoolCalendar) -> TimeBand | None:
    """The band of the week at that hour, closures and bank holidays aside."""
    week = week_on(weeks, day, season_on(calendar, day))
    found = _holding(week.on(day.weekday()), moment) if week else None
    return found.band if found else None


def _holding(hours: Sequence[Hours], moment: time) -> Hours | None:
    return next((each for each in hours if each.starts_at <= moment < each.ends_at), None)


def _kind(calendar: SchoolCalendar, day: date, site: int | None) -> DayKind:
    kind = calendar.kind_of(day)
    return DayKind.CLOSED if kind != DayKind.BANK_HOLIDAY and calendar.closed(day, site) else kind
