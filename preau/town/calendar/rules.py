"""How a week is cut into bands. Everything is data: days, hours, since when, until when, in which season."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from .enums import TimeBand, WeekSeason


@dataclass(frozen=True, slots=True)
class Hours:
    """One band on one day of the week (0 is Monday): ``starts_at`` is in, ``ends_at`` is already the next band."""

    weekday: int
    band: TimeBand
    starts_at: time
    ends_at: time

    def meets(self, other: Hours) -> bool:
        return self.weekday == other.weekday and self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Week:
    """A pattern as the rules read it: both days are in; ``valid_to`` None is until further notice.

    It holds in the weeks of its ``season`` alone: a site has one week for school, another for the holidays.
    """

    valid_from: date
    valid_to: date | None
    hours: tuple[Hours, ...] = ()
    name: str = ""
    season: WeekSeason = WeekSeason.SCHOOL

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def meets(self, other: Week) -> bool:
        """Whether some day belongs to both: never, in two seasons."""
        return (
            self.season == other.season
            and (other.valid_to is None or self.valid_from <= other.valid_to)
            and (self.valid_to is None or other.valid_from <= self.valid_to)
        )

    def on(self, weekday: int) -> list[Hours]:
        return sorted((each for each in self.hours if each.weekday == weekday), key=lambda each: each.starts_at)


def overlap(hours: Iterable[Hours]) -> tuple[Hours, Hours] | None:
    """The first two bands that would claim the same minute, None for a week that stands."""
    ordered = sorted(hours, key=lambda each: (each.weekday, each.starts_at, each.ends_at))
    return next(((first, second) for first, second in pairwise(ordered) if first.meets(second)), None)


def week_on(weeks: Sequence[Week], day: date, season: WeekSeason = WeekSeason.SCHOOL) -> Week | None:
    """The week of a season that was decided for that day."""
    return next((week for week in weeks if week.season == season and week.holds_on(day)), None)


@dataclass(frozen=True, slots=True)
class Line:
    """The same hours of a band on several days, as people write them on a door."""

    band: TimeBand
    starts_at: time
    ends_at: time
    days: tuple[int, ...]


def lines_of(hours: Iterable[Hours]) -> list[Line]:
    """A week in few lines, in the order of a day."""
    days: dict[tuple[time, time, TimeBand], list[int]] = {}
    for each in hours:
        days.setdefault((each.starts_at, each.ends_at, each.band), []).append(each.weekday)
    return [Line(band, start, end, tuple(sorted(days[start, end, band]))) for start, end, band in sorted(days)]


def hours_of(lines: Iterable[Line]) -> tuple[Hours, ...]:
    return tuple(Hours(day, line.band, line.starts_at, line.ends_at) for line in lines for day in line.days)
