"""What the index knows of an entry of the catalogue: plain facts, without a database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

TERM, HOLIDAYS = "term", "holidays"
"""The two seasons of a school year; a slot of the whole year runs in both."""


@dataclass(frozen=True, slots=True)
class Time:
    """A regular moment: ``weekday`` 0 is Monday, ``hour`` the one in which it begins on the town's clocks."""

    season: str
    weekday: int
    hour: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session of the coming days."""

    day: date
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where entries take place; degrees, both None for a place that is not on the map. ``quarter`` is a slug."""

    name: str
    slug: str = ""
    quarter: str = ""
    quarter_name: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """A price rule, in cents. ``at`` gives the price of a quotient; ``unit`` says what is paid for (« l’année »)."""

    unit: str
    lowest: int
    highest: int
    at: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``texts`` are in the order of ``lexicon.LEVELS``, ``meetings`` in theirs.

    ``organisation`` is a slug, ``organiser`` its name; ``sessions`` counts those that one person attends in the year;
    ``place`` and ``tariff`` are keys of those given beside the entries.
    """

    pk: int
    slug: str
    title: str
    domain: str
    organisation: str
    organiser: str = ""
    texts: tuple[str, ...] = ()
    place: int | None = None
    tariff: int | None = None
    sessions: int = 0
    age_min: int | None = None
    age_max: int | None = None
    audiences: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    is_specialised: bool = False
    has_taster: bool = False
    is_without_booking: bool = False
    is_stale: bool = False
    changed_at: datetime | None = None
    sorted_as: str = ""
    """The title as it is sorted: the index writes it."""
