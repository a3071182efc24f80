"""Days as a French document says them, whatever the language of the screen."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date


def french_day(day: date) -> str:
    """``24 novembre 2026``, ``1er septembre 2026``."""
    written = format_date(day, "long", locale="fr")
    return f"1er{written[1:]}" if day.day == 1 else written


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
