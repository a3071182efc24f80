"""The streets of a town, ready to be looked up: built from its doors in a fraction of a second, kept in memory."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .words import mended, pieces, telling, type_and_name

_NEAR = 0.6
"""Under this likeness two words are two words."""
_ONE_EDIT, _CLOSE_FROM = 0.87, 4
"""What one wrong letter costs at most, in words of this length and more."""
_SHORTEST_TOWN = 4
_BEFORE_THE_LAST, _YEAR = 0.75, 0.3
"""« rue Jaurès » says more than « rue Jean »: the last word of a name weighs more than those before, and the year of
« place du 8 mai 1945 » hardly anything."""


class Doorlike(Protocol):
    """What an ``Address`` row has; any object with these will do."""

    number: int | None
    suffix: str
    street: str
    postcode: str
    city: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Door:
    """``number`` is 0 for a place without numbers."""

    number: int
    suffix: str
    lon: float
    lat: float


@dataclass(slots=True)
class Street:
    """One street: every official spelling of one type and name is the same street."""

    name: str
    type: str
    words: tuple[str, ...]
    doors: list[Door] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """The word by which the street is called: the last that is not a year."""
        return next((word for word in reversed(self.words) if not is_year(word)), self.words[-1])

    @property
    def weight(self) -> float:
        return sum(self.weights.values())

    def suffixes(self, number: int) -> set[str]:
        """Of the doors of that number; empty when there is none."""
        return {door.suffix for door in self.doors if door.number == number}

    @property
    def longest(self) -> int:
        return self.doors[-1].number

    @property
    def middle(self) -> Door:
        """A door half-way along, in the order of the numbers."""
        return self.doors[len(self.doors) // 2]


class StreetIndex:
    """Every street of a town by its words. ``near(word)`` gives the words of the town that look like it."""

    def __init__(self, doors: Iterable[Doorlike]) -> None:
        self.streets = _streets(doors)
        self.postcodes, self.cities = self.streets.postcodes, self.streets.cities
        self.by_word: dict[str, list[Street]] = defaultdict(list)
        for street in self.streets.all:
            for word in dict.fromkeys(street.words):
                self.by_word[word].append(street)
        for street in self.streets.all:
            street.weights = self._weights(street)
        self.vocabulary = sorted(self.by_word)

    def __len__(self) -> int:
        return len(self.streets.all)

    def rarity(self, word: str) -> float:
        """1 for a word of one street, less for a word of many."""
        return 1 / (1 + 0.4 * math.log(max(1, len(self.by_word.get(word, ())))))

    def near(self, word: str) -> dict[str, float]:
        """{word of the town: likeness up to 1}. Figures are exact; one letter stands for a word that it begins."""
        if word in self.by_word and word.isdigit():
            return {word: 1.0}
        if word.isdigit():
            return {}
        if len(word) == 1:
            begun = {other: 0.7 for other in self.vocabulary if other.startswith(word)}
            return {**begun, word: 1.0} if word in self.by_word else begun
        found = process.extract(word, self.vocabulary, scorer=OSA.normalized_similarity, score_cutoff=_NEAR, limit=12)
        return {other: _likeness(word, other, score) for other, score, _ in found if not other.isdigit()}

    def begun(self, word: str) -> dict[str, float]:
        """The words of the town that ``word`` begins: for whoever is still typing."""
        return {other: 0.9 for other in self.vocabulary if other.startswith(word)} if len(word) > 1 else {}

    def _weights(self, street: Street) -> dict[str, float]:
        return {word: self.rarity(word) * self._rank(street, word) for word in street.words}

    def _rank(self, street: Street, word: str) -> float:
        if word == street.last:
            return 1
        return _YEAR if is_year(word) else _BEFORE_THE_LAST


def is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def _likeness(word: str, other: str, score: float) -> float:
    """``score`` is 1 − edits ÷ length, a swap of neighbours being one edit: hard on « mdii », with one letter wrong."""
    length = min(len(word), len(other))
    if score < 1 and length >= _CLOSE_FROM and OSA.distance(word, other, score_cutoff=1) == 1:
        return max(score, _ONE_EDIT)
    return score


@dataclass(slots=True)
class _Streets:
    all: list[Street]
    postcodes: frozenset[str]
    cities: tuple[tuple[str, ...], ...]


def _streets(doors: Iterable[Doorlike]) -> _Streets:
    known: dict[tuple[str, tuple[str, ...]], Street] = {}
    spellings: dict[tuple[str, tuple[str, ...]], Counter[str]] = defaultdict(Counter)
    postcodes, cities = set(), set()
    read: dict[str, tuple[str, tuple[str, ...]]] = {}
    for door in doors:
        if door.street not in read:
            type_, words = type_and_name(door.street)
            read[door.street] = (type_, tuple(words))
        key = read[door.street]
        street = known.setdefault(key, Street("", *key))
        spellings[key][door.street] += 1
        postcodes.add(door.postcode)
        cities.add(door.city)
        street.doors.append(Door(door.number or 0, door.suffix.lower(), door.lon, door.lat))
    for key, street in known.items():
        street.name = mended(spellings[key].most_common(1)[0][0])
        street.doors.sort(key=lambda each: (each.number, each.suffix))
    named = [street for street in known.values() if street.words]
    ways = dict.fromkeys(way for city in sorted(cities) for way in _ways(pieces(mended(city))))
    return _Streets(named, frozenset(filter(None, postcodes)), tuple(ways))


def _ways(city: list[str]) -> list[tuple[str, ...]]:
    """How people write the town: Clairval sur Seine, Clairval Seine, Clairval."""
    told = [part for part in city if telling([part])]
    return [way for way in (tuple(city), tuple(told), tuple(told[:1])) if len("".join(way)) >= _SHORTEST_TOWN]
