"""A school year as people look at it: month after month, and as a list of dates that says the same. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from preau.foundation import schoolyears

from .enums import DayKind
from .schoolcalendar import Closing, Holiday, SchoolCalendar, days_between


class Occasion(StrEnum):
    """What happens on a date of the year."""

    RETURN = "return"
    HOLIDAYS = "holidays"
    BANK_HOLIDAY = "bank_holiday"
    CLOSURE = "closure"
    CLASS = "class"
    LAST_DAY = "last_day"


@dataclass(frozen=True, slots=True)
class YearDate:
    """A line of the list: both days are in. ``back_on`` is the return to class, where there is one."""

    occasion: Occasion
    first_day: date
    last_day: date
    name: str = ""
    back_on: date | None = None
    closing: Closing | None = None

    def is_over(self, today: date) -> bool:
        return self.last_day < today


@dataclass(frozen=True, slots=True)
class DateList:
    """The dates of a year on a given day: what is over stands apart, unless the whole year is."""

    over: list[YearDate]
    coming: list[YearDate]


@dataclass(frozen=True, slots=True)
class DayCell:
    """A square of a month. ``words`` says what the colour says; ``has_local_closure``: some place alone is closed."""

    day: date
    kind: DayKind
    words: str = ""
    is_today: bool = False
    has_local_closure: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """``weeks`` begin on a Monday; None is a day of another month."""

    first_day: date
    weeks: tuple[tuple[DayCell | None, ...], ...]


def months(calendar: SchoolCalendar, year: int, today: date) -> list[Month]:
    """From September to August."""
    starts = [date(year + (number > 12), (number - 1) % 12 + 1, 1) for number in range(9, 21)]
    return [_month(calendar, start, today) for start in starts]


def dates(calendar: SchoolCalendar, year: int) -> list[YearDate]:
    """Everything that is not an ordinary day of a school year, in order: the twin of the months for those who listen.

    The summer that ends the year is in, whole; the one before it is behind.
    """
    bounds = calendar.bounds(year)
    first, last = bounds.first_day, schoolyears.last_day(year)
    found = list(_holidays(calendar, first, last))
    if bounds.is_known:
        found.append(YearDate(Occasion.RETURN, bounds.first_day, bounds.first_day))
        found.append(YearDate(Occasion.LAST_DAY, bounds.last_day, bounds.last_day))
    found += [
        YearDate(Occasion.BANK_HOLIDAY, day, day, name)
        for day, name in calendar.bank_holidays.items()
        if first <= day <= last
    ]
    found += [
        YearDate(Occasion.CLOSURE, each.first_day, each.last_day, each.reason, closing=each)
        for each in calendar.closures
        if each.first_day <= last and each.last_day >= first
    ]
    found += [
        YearDate(Occasion.CLASS, each.first_day, each.last_day, each.name)
        for each in calendar.locals
        if each.has_class and each.first_day <= last and each.last_day >= first
    ]
    order = list(Occasion)
    return sorted(found, key=lambda each: (each.first_day, order.index(each.occasion), each.last_day))


def date_list(calendar: SchoolCalendar, year: int, today: date) -> DateList:
    told = dates(calendar, year)
    coming = [each for each in told if not each.is_over(today)]
    return DateList([each for each in told if each.is_over(today)], coming) if coming else DateList([], told)


def years(calendar: SchoolCalendar, today: date) -> list[int]:
    """The school years of which something is known, and the one of today."""
    known = {schoolyears.school_year_of(each.first_day) for each in calendar.holidays}
    return sorted({year for year in known if calendar.bounds(year).is_known} | {calendar.year_of(today)})


def next_holidays(calendar: SchoolCalendar, today: date) -> YearDate | None:
    """Those of today, else the next ones. A long week-end of a bank holiday is none."""
    coming = _holidays(calendar, today, today + timedelta(days=400))
    return next((each for each in coming if not each.is_over(today)), None)


def back_on(calendar: SchoolCalendar, holiday: Holiday) -> date | None:
    """The first weekday of class after them; None when the calendar knows nothing that far."""
    after = holiday.end + timedelta(days=1)
    return next(
        (day for day in days_between(after, after + timedelta(days=14)) if day.weekday() < 5 and calendar.is_term(day)),
        None,
    )


def _holidays(calendar: SchoolCalendar, first: date, last: date) -> Iterator[YearDate]:
    for each in calendar.holidays_between(first, last):
        yield YearDate(Occasion.HOLIDAYS, each.first_day, each.end, each.name, back_on(calendar, each))


def _month(calendar: SchoolCalendar, start: date, today: date) -> Month:
    end = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    cells: list[DayCell | None] = [None] * start.weekday()
    cells += [replace(_cell(calendar, day), is_today=day == today) for day in days_between(start, end)]
    cells += [None] * (-len(cells) % 7)
    return Month(start, tuple(tuple(cells[number : number + 7]) for number in range(0, len(cells), 7)))


def _cell(calendar: SchoolCalendar, day: date) -> DayCell:
    local = any(each.site is not None or each.bands for each in calendar.closures_on(day))
    words = calendar.shut(day) or calendar.holiday_name(day) or ""
    return DayCell(day, calendar.kind_of(day), words, has_local_closure=local)
