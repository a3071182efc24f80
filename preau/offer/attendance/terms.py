"""After how many absences somebody calls, from when a pick-up is late. Pure: ``deciding`` knows what a town chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from .enums import CAME, Mark


@dataclass(frozen=True, slots=True)
class DayTerms:
    """``absences``: in a row, none of them told. ``tolerance``: minutes after the end of a session. ``open_days``: how
    long a phone that found no network may still send its marks."""

    absences: int = 3
    tolerance: int = 10
    open_days: int = 7


HOUSE = DayTerms()
"""As long as the town decided nothing: « règlement type de la maison »."""


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


def late_minutes(left_at: datetime | None, ends_at: datetime, tolerance: int) -> int:
    """Whole minutes after the end of the session; 0 within the tolerance."""
    if left_at is None or left_at <= ends_at + timedelta(minutes=tolerance):
        return 0
    return int((left_at - ends_at).total_seconds() // 60)
