"""School years: September to August, named by the year in which they begin (2026 is 2026-2027)."""

from __future__ import annotations

from datetime import date

FIRST_MONTH = 9
"""An administrative year: the day of the return to class is calendar data, not this."""


def school_year_of(day: date) -> int:
    """2026 for any day from 1 September 2026 to 31 August 2027."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def first_day(year: int) -> date:
    return date(year, FIRST_MONTH, 1)


def last_day(year: int) -> date:
    return date(year + 1, FIRST_MONTH - 1, 31)


def year_name(year: int) -> str:
    """``2026-2027``."""
    return f"{year}-{year + 1}"
