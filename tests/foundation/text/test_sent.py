"""Numbers, days and instants that somebody sent."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from preau.foundation.text.days import read_day, read_instant
from preau.foundation.text.numbers import whole


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("0012", 12), ("", 7), ("-1", 7), ("1.5", 7), ("²", 7), ("1_000", 7), ("9" * 18, 10**18 - 1)],
)
def test_a_whole_number_or_what_was_meant_otherwise(text, number):
    assert whole(text, 7) == number


def test_a_number_without_end_is_no_number():
    """Python refuses to read more than some thousands of digits."""
    assert whole("9" * 5000) == 0


@given(some.text())
def test_any_text_is_read_without_a_fault(text):
    assert whole(text) >= 0
    assert read_day(text) is None or isinstance(read_day(text), date)
    assert read_instant(text) is None or read_instant(text).tzinfo


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2026-02-30", "", "demain", "1899-12-31", "2201-01-01"])
def test_a_day_that_nobody_means_is_none(text):
    assert read_day(text) is None


def test_a_day_and_an_instant():
    assert read_day("2026-11-24") == date(2026, 11, 24)
    assert read_instant("2026-11-24T09:30:00+00:00") == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-11-24T09:30", "1900-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_an_instant_says_its_zone_and_lies_in_a_life(text):
    assert read_instant(text) is None
