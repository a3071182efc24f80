"""Which stretches of time may be set side by side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.indicators.spans import (
    SpanKind,
    may_be_compared,
    month_span,
    months_before,
    months_of,
    same_span_before,
    span_on,
    term_span,
    terms_of,
    year_span,
)

TODAY = date(2026, 11, 24)
_DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


def test_an_unfinished_year_is_never_set_beside_a_full_one():
    this_year, last_year = year_span(2026, TODAY), year_span(2025, TODAY)
    assert not this_year.is_over and last_year.is_over
    assert not may_be_compared(this_year, last_year)


def test_it_is_set_beside_the_same_weeks_of_the_year_before():
    this_year = year_span(2026, TODAY)
    before = same_span_before(this_year)
    assert (before.first, before.until) == (date(2025, 9, 1), date(2025, 11, 24))
    assert may_be_compared(this_year, before)


def test_two_full_years_are_comparable():
    assert may_be_compared(year_span(2025, TODAY), same_span_before(year_span(2025, TODAY)))


def test_a_term_is_not_a_year_nor_another_term():
    autumn = term_span(2025, 1, TODAY)
    assert not may_be_compared(autumn, term_span(2025, 2, TODAY))
    assert not may_be_compared(autumn, year_span(2025, TODAY))


def test_a_span_that_has_not_begun_is_compared_with_nothing():
    coming = term_span(2026, 3, TODAY)
    assert not coming.is_begun
    assert not may_be_compared(coming, same_span_before(coming))


def test_terms_and_months_are_those_that_have_begun():
    assert [span.first for span in terms_of(2026, TODAY)] == [date(2026, 9, 1)]
    assert [span.first.month for span in months_of(2026, TODAY)] == [9, 10, 11]
    assert len(terms_of(2025, TODAY)) == 3 and len(months_of(2025, TODAY)) == 12


def test_february_of_a_leap_year_keeps_its_last_day():
    february = month_span(2028, 2, date(2029, 12, 1))
    before = same_span_before(february)
    assert february.last == date(2029, 2, 28) and before.last == date(2028, 2, 29)
    assert may_be_compared(february, before)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [(date(2026, 9, 1), 24, date(2024, 9, 1)), (date(2026, 3, 31), 1, date(2026, 2, 28))],
)
def test_months_before(day, months, expected):
    assert months_before(day, months) == expected


@given(_DAYS, st.sampled_from(SpanKind))
def test_a_span_holds_its_day_and_is_comparable_with_a_year_earlier(day, kind):
    span = span_on(kind, day)
    assert span.first <= day == span.until <= span.last
    assert may_be_compared(span, same_span_before(span))


@given(_DAYS, st.integers(2015, 2040))
def test_terms_and_months_tile_the_year(day, year):
    whole = year_span(year, date(2050, 1, 1))
    for spans in (terms_of(year, date(2050, 1, 1)), months_of(year, date(2050, 1, 1))):
        assert sum(span.days for span in spans) == whole.days
        assert spans[0].first == whole.first and spans[-1].last == whole.last
