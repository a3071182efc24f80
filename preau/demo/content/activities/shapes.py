from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from preau.offer.activities.enums import Booking, Public, Rhythm, Season
from preau.offer.activities.slots import SlotFacts

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
CHILD, YOUNG, FAMILY, CLASS, PRO = (each.value for each in Public)
YEAR = (date(2026, 9, 14), date(2027, 6, 26))
"""The dates of an activity that lasts the school year; the summer fair of associations comes before it."""


def at(month: int, day: int, hour: int = 9, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, 0, tzinfo=UTC)


OPENED_AT = at(9, 14, 8)


def weekly(day: int, starts: str, ends: str, label: str = "", places: int | None = None) -> SlotFacts:
    return SlotFacts(_time(starts), _time(ends), day, label=label, capacity=places)


def fortnightly(day: int, starts: str, ends: str, label: str = "") -> SlotFacts:
    return SlotFacts(_time(starts), _time(ends), day, Rhythm.FORTNIGHTLY, label=label)


def all_year(day: int, starts: str, ends: str, label: str = "") -> SlotFacts:
    return SlotFacts(_time(starts), _time(ends), day, season=Season.ALWAYS, label=label)


def camp(first: date, last: date, starts: str, ends: str, label: str = "", places: int | None = None) -> SlotFacts:
    """Each working day of some holidays."""
    return SlotFacts(
        _time(starts),
        _time(ends),
        None,
        Rhythm.HOLIDAYS,
        Season.HOLIDAYS,
        first_on=first,
        last_on=last,
        label=label,
        capacity=places,
    )


def once(day: date, starts: str, ends: str, label: str = "") -> SlotFacts:
    return SlotFacts(_time(starts), _time(ends), None, Rhythm.ONCE, Season.ALWAYS, first_on=day, label=label)


def _time(text: str) -> time:
    return time.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Adapted:
    """What is really adapted, in the words of the organisation; ``no`` is what is not possible."""

    no: str = ""
    staff: str = ""
    ratio: str = ""
    sensory: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    material: str = ""
    companion: bool = False
    trial: bool = False
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """``cause`` is the named reason of a refusal or of a request."""

    name: str
    who: str
    at: datetime
    words: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """``who`` is the key of the organisation; ``steps`` empty: proposed and published in mid-September."""

    title: str
    who: str
    summary: str
    description: str
    domain: str
    ages: tuple[int | None, int | None]
    slots: tuple[SlotFacts, ...]
    site: str = ""
    price: str = ""
    price_words: str = ""
    adapted: Adapted = Adapted()
    audiences: tuple[str, ...] = (CHILD,)
    pillars: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    keywords: str = ""
    objectives: tuple[str, ...] = ()
    days: tuple[date, date] = YEAR
    places: int | None = None
    staff: int | None = None
    taster: bool = False
    booking: str = Booking.CONTACT
    how: str = ""
    meet: str = ""
    opened: datetime = OPENED_AT
    steps: tuple[Step, ...] | None = None
