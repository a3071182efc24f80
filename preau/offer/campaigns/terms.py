"""What a town may decide otherwise one day, dated: a change adds a line. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Terms:
    """Days, but for ``wishes`` and ``rules``: how many of them at most."""

    since: date
    announced_before: int = 21
    window: int = 14
    answer: int = 10
    wishes: int = 30
    rules: int = 6


TERMS = (Terms(date(2026, 1, 1)),)
"""Source: the calendar of brief f.2; a cap on wishes breaks the safety of telling the truth, so it is high (f.3)."""


def terms_on(day: date) -> Terms:
    return next((each for each in reversed(TERMS) if each.since <= day), TERMS[0])
