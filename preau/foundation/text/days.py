"""Days as a French document says them, whatever the language of the screen; months counted as a calendar does."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date


def french_day(day: date) -> str:
    """``24 novembre 2026``, ``1er septembre 2026``."""
    written = format_date(day, "long", locale="fr")
    return f"1er{written[1:]}" if day.day == 1 else written


def months_later(day: date, months: int) -> date:
    """The same day so many months later (earlier, if negative); the last day of a month that is too short."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)
