from __future__ import annotations

from preau.town.calendar.models import Closure, LocalPeriod, WeekPattern
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


class ClosureChanged(Exception):
    """Somebody changed the closure meanwhile; ``current`` is None when it was removed."""

    def __init__(self, current: Closure | None) -> None:
        super().__init__(f"closure {current.pk if current else 'removed'} changed meanwhile")
        self.current = current


class LocalDaysTaken(Exception):
    """The town already says something of some of these days. Carries it."""

    def __init__(self, other: LocalPeriod) -> None:
        super().__init__(f"local period {other.pk} holds on some of these days")
        self.other = other
