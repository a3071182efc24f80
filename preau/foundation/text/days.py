"""Days as a French document says them, whatever the language of the screen; months counted as a calendar does."""

from __future__ import annotations

from datetime import date, datetime

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


def read_day(text: str) -> date | None:
    """``2026-11-24``, sent by anybody; None for no day, and for one that nobody here lives near enough to mean."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None


def read_instant(text: str) -> datetime | None:
    """The same for an instant: None too when it does not say in which time zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo and 1900 <= at.year <= 2200 else None
