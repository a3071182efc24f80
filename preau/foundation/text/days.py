"""Days as a French document says them, whatever the language of the screen."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date


def french_day(day: date) -> str:
    """``24 novembre 2026``, ``1er septembre 2026``."""
    written = format_date(day, "long", locale="fr")
    return f"1er{written[1:]}" if day.day == 1 else written
