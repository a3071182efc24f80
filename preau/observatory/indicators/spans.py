"""The spans of time that a figure is about, and which of them may be set side by side. Pure.

An unfinished year is never compared with a full one: the earlier one is cut at the same day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from preau.foundation.schoolyears import first_day, last_day, school_year_of

HISTORY_MONTHS = 24
"""How far back one looks before saying that somebody is new (domain brief, A1.G1.E1.i2)."""


class SpanKind(models.TextChoices):
    YEAR = "year", _("année scolaire")
    TERM = "term", _("trimestre")
    MONTH = "month", _("mois")


TERM_STARTS = (9, 1, 4)
"""September to December, January to March, April to August: an administrative cut, the same for everybody."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both in, inside one school year. ``until`` is the last day that is known of it."""

    kind: SpanKind
    school_year: int
    first: date
    last: date
    until: date

    @property
    def is_over(self) -> bool:
        return self.until >= self.last

    @property
    def is_begun(self) -> bool:
        return self.until >= self.first

    @property
    def days(self) -> int:
        return (self.until - self.first).days + 1

    def known_on(self, day: date) -> Span:
        """The same span, as far as it is known on that day."""
        return replace(self, until=min(self.last, day))


def year_span(year: int, known_on: date) -> Span:
    return Span(SpanKind.YEAR, year, first_day(year), last_day(year), last_day(year)).known_on(known_on)


def term_span(year: int, number: int, known_on: date) -> Span:
    """``number`` counts from 1."""
    first = _first_of(year, TERM_STARTS[number - 1])
    last = _first_of(year, TERM_STARTS[number]) - timedelta(1) if number < len(TERM_STARTS) else last_day(year)
    return Span(SpanKind.TERM, year, first, last, last).known_on(known_on)


def month_span(year: int, month: int, known_on: date) -> Span:
    """``year`` is a school year: (2026, 2) is February 2027."""
    first = _first_of(year, month)
    following = date(first.year + (first.month == 12), first.month % 12 + 1, 1)
    last = following - timedelta(1)
    return Span(SpanKind.MONTH, year, first, last, last).known_on(known_on)


def terms_of(year: int, known_on: date) -> list[Span]:
    """Those that have begun."""
    return [span for number in range(1, len(TERM_STARTS) + 1) if (span := term_span(year, number, known_on)).is_begun]


def months_of(year: int, known_on: date) -> list[Span]:
    """Those that have begun, in the order of a school year."""
    order = [*range(9, 13), *range(1, 9)]
    return [span for month in order if (span := month_span(year, month, known_on)).is_begun]


def span_on(kind: SpanKind, day: date) -> Span:
    """The span of that kind in which a day falls, known up to that day."""
    year = school_year_of(day)
    if kind == SpanKind.YEAR:
        return year_span(year, day)
    if kind == SpanKind.MONTH:
        return month_span(year, day.month, day)
    return next(span for span in reversed(terms_of(year, day)) if span.first <= day)


def same_span_before(span: Span) -> Span:
    """A year earlier, cut at the same day when this one is not over."""
    first, last = _a_year_before(span.first), _a_year_before(span.last)
    until = last if span.is_over else _a_year_before(span.until)
    return Span(span.kind, span.school_year - 1, first, last, until)


def may_be_compared(one: Span, other: Span) -> bool:
    """Same kind, same stretch of the year, and either both are over or both are cut at the same day."""
    if one.kind != other.kind or not (one.is_begun and other.is_begun):
        return False
    if _stretch(one.first) != _stretch(other.first):
        return False
    if one.is_over and other.is_over:
        return True
    return not one.is_over and not other.is_over and _stretch(one.until) == _stretch(other.until)


def months_before(day: date, months: int) -> date:
    """The same day that many months earlier, or the last day of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return _day_of(year, month + 1, day.day)


def _a_year_before(day: date) -> date:
    return months_before(day, 12) if not _ends_february(day) else _day_of(day.year - 1, 2, 29)


def _ends_february(day: date) -> bool:
    return day.month == 2 and (day + timedelta(1)).month == 3


def _stretch(day: date) -> tuple[int, int]:
    """The last two days of February are one: where one year has both, the other has one."""
    return (2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day)


def _first_of(year: int, month: int) -> date:
    return date(year if month >= 9 else year + 1, month, 1)


def _day_of(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
