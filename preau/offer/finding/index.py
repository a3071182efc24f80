"""The catalogue in memory: entries are numbered, and each value of each filter is a set of numbers.

Any combination of filters is a few ANDs, and so is the count beside every other filter. An index never changes:
``changed`` makes the next one, while readers keep the one they hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property

from preau.foundation.text.search import folded
from preau.town.areas.distance import Pace

from .bits import bits_of, numbers_in, union
from .entries import Entry, Meeting, Place, Tariff
from .lexicon import Lexicon
from .needs import NEEDS
from .selection import OLDEST

type Values = Mapping[str, int]
type Hours = Mapping[tuple[str, int, int], int]
"""(season, weekday, hour of beginning) → entries."""


@dataclass(frozen=True)
class Index:
    """``values`` holds the filters whose values stand in entries; the others have a shape of their own."""

    entries: tuple[Entry, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    alive: int = 0
    values: Mapping[str, Values] = field(default_factory=dict)
    hours: Hours = field(default_factory=dict)
    ages: tuple[int, ...] = (0,) * (OLDEST + 1)
    at_place: Mapping[int, int] = field(default_factory=dict)
    paid: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """(tariff, sessions of the year) → entries."""
    specialised: int = 0
    meetings: Mapping[date, tuple[tuple[datetime, datetime, int], ...]] = field(default_factory=dict)
    places: Mapping[int, Place] = field(default_factory=dict)
    tariffs: Mapping[int, Tariff] = field(default_factory=dict)
    paces: tuple[Pace, ...] = ()
    """How fast people walk, where the town decided it."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    organisers: Mapping[str, str] = field(default_factory=dict)
    """Slug → name, of whoever has an entry."""
    rank: tuple[int, ...] = ()
    """By number: the order in which entries are shown when nothing else decides (``ranked``)."""

    @property
    def count(self) -> int:
        return self.alive.bit_count()

    def entry(self, pk: int) -> Entry | None:
        number = self.numbers.get(pk)
        return None if number is None else self.entries[number]

    def changed(
        self,
        entries: Iterable[Entry],
        *,
        gone: Iterable[int] = (),
        places: Mapping[int, Place],
        tariffs: Mapping[int, Tariff],
        paces: tuple[Pace, ...] = (),
    ) -> Index:
        """The next index: these entries as they are now, those of ``gone`` (ids) taken out."""
        come = list(entries)
        all_entries, numbers = list(self.entries), dict(self.numbers)
        out = bits_of(numbers.pop(pk) for pk in gone if pk in numbers)
        placed: list[tuple[int, Entry]] = []
        for each in come:
            number = numbers.get(each.pk)
            if number is None:
                number = numbers[each.pk] = len(all_entries)
                all_entries.append(each)
            else:
                out |= 1 << number
            all_entries[number] = replace(each, texts=(), sorted_as=folded(each.title))
            placed.append((number, each))
        sets = _Sets(self, out)
        for number, each in placed:
            sets.add(number, each, places)
        return Index(
            entries=tuple(all_entries),
            numbers=numbers,
            alive=self.alive & ~out | bits_of(number for number, _ in placed),
            lexicon=self.lexicon.changed(out, [(number, each.texts) for number, each in placed]),
            places=places,
            tariffs=tariffs,
            paces=paces or self.paces,
            organisers={**self.organisers, **{each.organisation: each.organiser for each in come}},
            **sets.sets(),  # type: ignore[arg-type]
        )

    def ranked(self, now: datetime) -> Index:
        """The same entries in the order of this instant: what was soonest this morning is not tonight."""
        return replace(self, rank=_ranked(self.entries, now))

    @cached_property
    def quarters(self) -> dict[str, str]:
        """Slug → name."""
        return {each.quarter: each.quarter_name for each in self.places.values() if each.quarter}

    def taking_place(self, now: datetime) -> int:
        """Entries that have a session at this very instant, on the day that ``now`` says."""
        instant = now.astimezone(UTC)  # two instants of one zone are compared ten times faster
        today = self.meetings.get(now.date(), ())
        return bits_of([number for start, end, number in today if start <= instant < end])

    def meeting_on(self, days: Iterable[date]) -> int:
        return union(self._meeting.get(day, 0) for day in days)

    @cached_property
    def _meeting(self) -> dict[date, int]:
        return {day: bits_of([number for _, _, number in each]) for day, each in self.meetings.items()}


class _Sets:
    """The sets of the next index while they are being gathered: numbers by value, joined to what was kept."""

    def __init__(self, before: Index, out: int) -> None:
        self.before, self.out = before, out
        self.values: dict[tuple[str, str], list[int]] = {}
        self.hours: dict[tuple[str, int, int], list[int]] = {}
        self.ages: list[list[int]] = [[] for _ in range(OLDEST + 1)]
        self.at_place: dict[int, list[int]] = {}
        self.paid: dict[tuple[int, int], list[int]] = {}
        self.specialised: list[int] = []
        self.meetings: dict[date, list[tuple[datetime, datetime, int]]] = {}

    def add(self, number: int, entry: Entry, places: Mapping[int, Place]) -> None:
        for name, value in _told(entry, places):
            self.values.setdefault((name, value), []).append(number)
        for time in entry.times:
            self.hours.setdefault((time.season, time.weekday, time.hour), []).append(number)
        first = entry.age_min or 0
        last = OLDEST if entry.age_max is None else min(entry.age_max, OLDEST)
        for age in range(min(first, OLDEST), last + 1):
            self.ages[age].append(number)
        if entry.place is not None:
            self.at_place.setdefault(entry.place, []).append(number)
        if entry.tariff is not None:
            self.paid.setdefault((entry.tariff, entry.sessions), []).append(number)
        if entry.is_specialised:
            self.specialised.append(number)
        for meeting in entry.meetings:
            self._meet(number, meeting)

    def _meet(self, number: int, meeting: Meeting) -> None:
        self.meetings.setdefault(meeting.day, []).append((meeting.starts_at, meeting.ends_at, number))

    def sets(self) -> dict[str, object]:
        before = self.before
        values: dict[str, dict[str, int]] = {}
        held = {(name, value): bits for name, each in before.values.items() for value, bits in each.items()}
        for (name, value), bits in self._joined(held, self.values).items():
            values.setdefault(name, {})[value] = bits
        return {
            "values": values,
            "hours": self._joined(before.hours, self.hours),
            "ages": tuple(kept & ~self.out | bits_of(come) for kept, come in zip(before.ages, self.ages, strict=True)),
            "at_place": self._joined(before.at_place, self.at_place),
            "paid": self._joined(before.paid, self.paid),
            "specialised": before.specialised & ~self.out | bits_of(self.specialised),
            "meetings": self._met(),
        }

    def _joined[K](self, before: Mapping[K, int], come: Mapping[K, list[int]]) -> dict[K, int]:
        joined = {key: left for key, bits in before.items() if (left := bits & ~self.out)}
        for key, numbers in come.items():
            joined[key] = joined.get(key, 0) | bits_of(numbers)
        return joined

    def _met(self) -> dict[date, tuple[tuple[datetime, datetime, int], ...]]:
        out = set(numbers_in(self.out))
        days = {*self.before.meetings, *self.meetings}
        return {
            day: tuple(
                sorted(
                    [each for each in self.before.meetings.get(day, ()) if each[2] not in out]
                    + self.meetings.get(day, [])
                )
            )
            for day in sorted(days)
        }


def _told(entry: Entry, places: Mapping[int, Place]) -> Iterable[tuple[str, str]]:
    """The values of the filters that stand in the entry, as the address writes them."""
    yield "domains", entry.domain
    yield "organisations", entry.organisation
    for name, held in (("publics", entry.audiences), ("levels", entry.levels), ("pillars", entry.pillars)):
        for value in held:
            yield name, value
    for need in entry.needs:
        if need in NEEDS:
            yield "needs", need
    place = places.get(entry.place) if entry.place is not None else None
    if place is not None and place.quarter:
        yield "quarters", place.quarter
    if entry.has_taster:
        yield "extras", "essai"
    if entry.is_without_booking:
        yield "extras", "sans-inscription"


def _ranked(entries: Sequence[Entry], now: datetime) -> tuple[int, ...]:
    """Verified entries first, then those that meet soonest, then by title: the same everywhere."""

    def key(number: int) -> tuple[bool, date, str, int]:
        entry = entries[number]
        first = next((meeting.day for meeting in entry.meetings if meeting.starts_at >= now), date.max)
        return entry.is_stale, first, entry.sorted_as, entry.pk

    ranks = [0] * len(entries)
    for rank, number in enumerate(sorted(range(len(entries)), key=key)):
        ranks[number] = rank
    return tuple(ranks)
