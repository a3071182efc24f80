"""What the town decided, dated: after how many absences somebody calls, from when a pick-up is late. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .enums import CAME, Mark


@dataclass(frozen=True, slots=True)
class DayTerms:
    """In force from a day on. ``absences``: in a row, none of them told. ``tolerance``: after the end of a session."""

    valid_from: date
    absences: int
    tolerance: timedelta
    open_days: int
    basis: str


TERMS: tuple[DayTerms, ...] = (DayTerms(date(2018, 9, 1), 3, timedelta(minutes=10), 7, "règlement type de la maison"),)
"""In the order of their days. ``open_days``: how long a phone that found no network may still send its marks."""


def terms_on(day: date, known: Sequence[DayTerms] = TERMS) -> DayTerms:
    """LookupError for a day before all of them."""
    holding = [each for each in known if each.valid_from <= day]
    if not holding:
        raise LookupError(day)
    return max(holding, key=lambda each: each.valid_from)


def unexplained_in_a_row(states: Iterable[tuple[str, bool]]) -> int:
    """From the last session back: ``(mark, was told)`` by session. Coming, or telling, starts again from zero.

    A session where nobody called the roll says nothing and is skipped.
    """
    count = 0
    for mark, was_told in states:
        if mark in CAME or mark == Mark.EXCUSED or (mark == Mark.ABSENT and was_told):
            break
        count += mark == Mark.ABSENT
    return count


def late_minutes(left_at: datetime | None, ends_at: datetime, tolerance: timedelta) -> int:
    """Whole minutes after the end of the session; 0 within the tolerance."""
    if left_at is None or left_at <= ends_at + tolerance:
        return 0
    return int((left_at - ends_at).total_seconds() // 60)
