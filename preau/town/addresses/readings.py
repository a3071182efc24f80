"""The ways a text can be read: which figure is the number of the house, which word the type of the street.

« 12 bis, rue du 8 mai 1945 » has three figures; « Chemin du Moulin, 4 » and « moulin chemin 4 » have one type. Every
reading that makes sense is tried against the streets of the town, and the best explained one wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from preau.foundation.text.search import folded

from .words import TYPES, pieces, telling

SUFFIXES = {"bis": "bis", "b": "b", "ter": "ter", "t": "ter", "quater": "quater", "q": "quater", "bi": "bis"}
_LETTERS = frozenset("acdefgh")
_PREFIX = frozenset({"n", "no", "num", "numero", "nr"})
_INSIDE = re.compile(
    r"\b(?:(?:bat|batiment|bt|apt|appt|app|appartement|esc|escalier|etage|etg|porte|pte|hall|entree|digicode|boite|bp|cs"
    r"|lgt|logement|chambre|tour)\W{0,2}(?:[a-z]?\d{1,4}[a-z]?|[a-z])|\d{1,2} ?(?:er|e|eme) etage)\b"
)
"""What tells where one lives inside a building says nothing of the street."""
_ASIDE = frozenset("chez cedex adresse ma mon notre habite j je".split())
MOST = 120
"""Characters that are read; nobody's address is longer, nor has so many words."""
_MOST_WORDS = 18
_SHORTEST_TYPE = 5
_SAME_TOWN = 0.8


@dataclass(frozen=True, slots=True)
class Reading:
    """``words`` are what is left for the street's name; ``is_type_exact`` False when the type was misspelt."""

    number: int
    suffix: str
    type: str
    words: tuple[str, ...]
    is_type_exact: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote, taken apart once, in one or two ways. ``postcodes`` are the five-figure groups.

    ``is_whole`` False when more was written than is read: the end may say that it is another town.
    """

    ways: tuple[tuple[str, ...], ...]
    postcodes: tuple[str, ...]
    is_whole: bool = True


def written(text: str) -> Written:
    """Postcodes are set aside; so is what tells of the inside of a building, unless the street is called so."""
    short = folded(text[:MOST])
    whole, outside = pieces(short), pieces(_INSIDE.sub(" ", short))
    codes = tuple(part for part in whole if part.isdigit() and len(part) == 5)
    told = [[part for part in parts if part not in codes and part not in _ASIDE] for parts in (outside, whole)]
    ways = dict.fromkeys(tuple(parts[:_MOST_WORDS]) for parts in told)
    is_whole = len(text.strip()) <= MOST and len(told[0]) <= _MOST_WORDS
    return Written(tuple(ways), codes, is_whole)


def readings(said: Written, cities: tuple[tuple[str, ...], ...]) -> list[Reading]:
    """Every reading, each once, with and without the name of the town."""
    found: dict[Reading, None] = {}
    for parts in (left for way in said.ways for left in _without_town(list(way), cities)):
        for number, suffix, left in _numbers(parts):
            for type_, is_exact, rest in _types(left):
                found[Reading(number, suffix, type_, tuple(telling(rest)), is_exact)] = None
    return list(found)


def _without_town(parts: list[str], cities: tuple[tuple[str, ...], ...]) -> Iterator[list[str]]:
    """The text as it stands, then without the last mention of the town: « rue de Bondy, Bondy, France »."""
    yield parts
    if parts[-1:] == ["france"]:
        yield from _without_town(parts[:-1], cities)
    for city in cities:
        for at in range(len(parts) - len(city), -1, -1):
            if all(_alike(part, name) for part, name in zip(parts[at:], city, strict=False)):
                yield parts[:at] + parts[at + len(city) :]
                break


def _alike(part: str, name: str) -> bool:
    return OSA.normalized_similarity(part, name) >= _SAME_TOWN


def _numbers(parts: list[str]) -> Iterator[tuple[int, str, list[str]]]:
    """(number or 0, suffix, what is left), for each figure that may be the house's."""
    yield 0, "", parts
    for at, part in enumerate(parts):
        if not part.isdigit() or len(part) > 4 or int(part) == 0:
            continue
        before, after = parts[:at], parts[at + 1 :]
        if before and before[-1] in _PREFIX:
            before = before[:-1]
        if after and (after[0] in SUFFIXES or after[0] in _LETTERS):
            yield int(part), SUFFIXES.get(after[0], after[0]), before + after[1:]
        yield int(part), "", before + after


def _types(parts: list[str]) -> Iterator[tuple[str, bool, list[str]]]:
    """(type or "", whether it was spelt right, what is left), for each word that may be the type."""
    yield "", True, parts
    for at, part in enumerate(parts):
        after = parts[at + 1] if at + 1 < len(parts) else ""
        if part in ("rond", "rd") and (after == "pt" or OSA.distance(after, "point") <= 1):
            yield "rondpoint", True, parts[:at] + parts[at + 2 :]
        elif part in TYPES:
            yield TYPES[part], True, parts[:at] + parts[at + 1 :]
        elif (near := _misspelt(part, is_first=at == 0)) is not None:
            yield near, False, parts[:at] + parts[at + 1 :]


def _misspelt(part: str, *, is_first: bool) -> str | None:
    """A type with one letter wrong: « aveneu », « impase »; « ure » only where a type is expected."""
    if len(part) >= _SHORTEST_TYPE - 1:
        for name in TYPES:
            if len(name) >= _SHORTEST_TYPE - 1 and OSA.distance(part, name, score_cutoff=1) <= 1:
                return TYPES[name]
    if is_first and len(part) in (2, 3, 4) and OSA.distance(part, "rue", score_cutoff=1) <= 1:
        return "rue"
    return None
