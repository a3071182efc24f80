from __future__ import annotations

from preau.town.calendar.models import WeekPattern
from preau.town.calendar.rules import Hours


class DatesTaken(Exception):
    """Another pattern of the site holds on some of these days. Carries it."""

    def __init__(self, other: WeekPattern) -> None:
        super().__init__(f"pattern {other.pk} holds on some of these days")
        self.other = other


class BandsOverlap(Exception):
    """Two bands of a day would claim the same minute. Carries both."""

    def __init__(self, first: Hours, second: Hours) -> None:
        super().__init__(f"{first} and {second}")
        self.first, self.second = first, second


class WeekChanged(Exception):
    """Somebody changed the pattern meanwhile. Carries it as it stands; the caller keeps what was typed."""

    def __init__(self, current: WeekPattern) -> None:
        super().__init__(f"pattern {current.pk} is at version {current.version}")
        self.current = current
