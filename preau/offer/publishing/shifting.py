"""A day of a school year, a year later: the same day of the week, in the same holidays. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from preau.foundation.text.search import folded
from preau.town.calendar.schoolcalendar import Holiday, SchoolCalendar

_WEEK = timedelta(days=7)
_YEAR = 52 * _WEEK
_MOST = 5
"""Weeks after which a day of class is no longer looked for."""


def a_year_later(day: date, calendar: SchoolCalendar) -> date:
    """In holidays, the same day of the holidays of that name; in class, 52 weeks later, after holidays that fall there.

    Where the calendar does not know next year yet, 52 weeks later.
    """
    if (here := _holiday_on(day, calendar)) is not None:
        there = _same_holiday(here, calendar)
        return _moved(day, here, there) if there else day + _YEAR
    later = day + _YEAR
    for _attempt in range(_MOST):
        if not calendar.is_holiday(later):
            return later
        later += _WEEK
    return day + _YEAR


def _holiday_on(day: date, calendar: SchoolCalendar) -> Holiday | None:
    return next((each for each in calendar.holidays_between(day, day) if each.first_day <= day <= each.end), None)


def _same_holiday(here: Holiday, calendar: SchoolCalendar) -> Holiday | None:
    around = calendar.holidays_between(here.first_day + timedelta(days=300), here.first_day + timedelta(days=430))
    return next((each for each in around if folded(each.name) == folded(here.name)), None)


def _moved(day: date, here: Holiday, there: Holiday) -> date:
    """The same day of the same week; of the last week where those holidays are shorter."""
    found = _first_monday(there) + (day - _first_monday(here))
    while found > there.end:
        found -= _WEEK
    return max(found, there.first_day)


def _first_monday(holiday: Holiday) -> date:
    return holiday.first_day + timedelta(days=-holiday.first_day.weekday() % 7)
