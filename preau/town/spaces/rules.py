"""How a ground is at an instant, from what an agent decided, the hours, and what passers-by said. Pure.

The order is the order of trust: an agent's closing until its end, announced works, the hours of the place, then people.
Among people, the last ``HEARD`` reports that are still worth something vote: the most frequent wins, and between equals
the most recent. A report that is too old says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from preau.town.places.opening import Standing

from .enums import ReportKind

HEARD = 5


class How(StrEnum):
    """How a ground is, in one word."""

    OPEN = "open"
    BUSY = "busy"
    BROKEN = "broken"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Source(StrEnum):
    AGENT = "agent"
    WORKS = "works"
    HOURS = "hours"
    PEOPLE = "people"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Terms:
    """For how long each word of a passer-by is worth something."""

    open_for: timedelta = timedelta(hours=3)
    busy_for: timedelta = timedelta(hours=1)
    broken_for: timedelta = timedelta(days=3)

    def of(self, kind: ReportKind) -> timedelta:
        return {ReportKind.OPEN: self.open_for, ReportKind.BUSY: self.busy_for, ReportKind.BROKEN: self.broken_for}[
            kind
        ]

    @property
    def longest(self) -> timedelta:
        return max(self.open_for, self.busy_for, self.broken_for)


@dataclass(frozen=True, slots=True)
class Said:
    kind: ReportKind
    at: datetime
    words: str = ""
    """Those that an agent let be shown."""


@dataclass(frozen=True, slots=True)
class Closed:
    """An agent's closing; ``reason`` is already in words."""

    starts_at: datetime
    ends_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Works:
    first_day: date
    last_day: date | None = None
    words: str = ""

    def hold_on(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class State:
    """``at``: of the last report that says so. ``agreeing`` of ``heard`` reports say so. ``until``: of a closing."""

    how: How
    source: Source
    at: datetime | None = None
    until: datetime | None = None
    words: str = ""
    agreeing: int = 0
    heard: int = 0


def state_at(
    now: datetime,
    *,
    today: date,
    door: Standing,
    reports: Iterable[Said] = (),
    closings: Iterable[Closed] = (),
    works: Works | None = None,
    terms: Terms,
) -> State:
    """``today`` is the day on the town's clocks at ``now``; ``door`` what the hours of the place say."""
    in_force = [each for each in closings if each.starts_at <= now < each.ends_at]
    if in_force:
        last = max(in_force, key=lambda each: each.ends_at)
        return State(How.CLOSED, Source.AGENT, until=last.ends_at, words=last.reason)
    if works is not None and works.hold_on(today):
        return State(How.CLOSED, Source.WORKS, words=works.words)
    if door.is_known and not door.is_open:
        return State(How.CLOSED, Source.HOURS)
    return heard(fresh(reports, now, terms))


def fresh(reports: Iterable[Said], now: datetime, terms: Terms) -> list[Said]:
    """Those still worth something, the last first, at most ``HEARD``."""
    alive = [each for each in reports if timedelta(0) <= now - each.at <= terms.of(each.kind)]
    return sorted(alive, key=lambda each: each.at, reverse=True)[:HEARD]


def heard(reports: Sequence[Said]) -> State:
    """The vote; ``reports`` are fresh, the last first."""
    if not reports:
        return State(How.UNKNOWN, Source.NOBODY)
    votes = Counter(each.kind for each in reports)
    most = max(votes.values())
    won = next(each for each in reports if votes[each.kind] == most)
    words = next((each.words for each in reports if each.kind == won.kind and each.words), "")
    return State(How(won.kind.value), Source.PEOPLE, won.at, words=words, agreeing=most, heard=len(reports))
