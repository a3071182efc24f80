"""How well a street explains what was written, and whether another one explains it as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .readings import Reading
from .streets import Street, StreetIndex

_SAME_TYPE, _OTHER_TYPE, _MISSPELT_TYPE = 0.06, -0.08, 0.03
_HAS_DOOR, _HAS_SUFFIX, _NO_DOOR = 0.04, 0.02, -0.03
_UNKNOWN_WORD = 0.8
"""What a word that the street does not have weighs against it."""


@dataclass(frozen=True, slots=True)
class Match:
    """``likeness`` (0 to 1) compares the words; ``score`` adds the type and whether the number exists there."""

    street: Street
    reading: Reading
    likeness: float
    explained: float
    """Part of what was written that the street has (0 to 1)."""
    score: float
    has_last_word: bool
    """Whether the word by which a street is called (« rue Blanqui ») was written without a fault."""

    @property
    def is_exact(self) -> bool:
        return self.likeness > 0.999

    @property
    def has_type(self) -> bool:
        return self.reading.type == self.street.type

    @property
    def has_other_type(self) -> bool:
        return bool(self.reading.type) and not self.has_type


type Near = Mapping[str, float]


def matches(index: StreetIndex, readings: Iterable[Reading], *, is_typing: bool = False, most: int = 8) -> list[Match]:
    """The best match of each street, best first."""
    near: dict[str, Near] = {}
    best: dict[int, Match] = {}
    for reading in readings:
        words = _respelt(index, reading.words)
        for at, word in enumerate(words):
            if word not in near:
                near[word] = index.near(word)
                if is_typing and at == len(words) - 1:
                    near[word] = {**index.begun(word), **near[word]}
        for street in _having(index, words, near):
            match = _match(index, street, reading, words, near)
            held = best.get(id(street))
            if held is None or match.score > held.score:
                best[id(street)] = match
    return sorted(best.values(), key=lambda match: (-match.score, match.street.name))[:most]


def _respelt(index: StreetIndex, words: tuple[str, ...]) -> tuple[str, ...]:
    """« saintlouis » and « bel air » as the town's own names cut them."""
    kept: list[str] = []
    for word in words:
        if kept and kept[-1] + word in index.by_word and not (kept[-1] in index.by_word and word in index.by_word):
            kept[-1] += word
        else:
            kept += _cut(index, word)
    return tuple(kept)


def _cut(index: StreetIndex, word: str) -> list[str]:
    if word not in index.by_word and len(word) > 5:
        for at in range(3, len(word) - 2):
            if word[:at] in index.by_word and word[at:] in index.by_word:
                return [word[:at], word[at:]]
    return [word]


def _having(index: StreetIndex, words: tuple[str, ...], near: Mapping[str, Near]) -> list[Street]:
    found = {id(street): street for word in words for other in near[word] for street in index.by_word[other]}
    return list(found.values())


def _match(
    index: StreetIndex, street: Street, reading: Reading, words: tuple[str, ...], near: Mapping[str, Near]
) -> Match:
    shared, explained = _shared(street, words, near)
    weighed = sum(_weight(index, street, word, near[word]) for word in words)
    likeness = 2 * shared / (street.weight + weighed) if words else 0.0
    bonus = 0.0
    if reading.type:
        right = _SAME_TYPE if reading.is_type_exact else _MISSPELT_TYPE
        bonus += right if reading.type == street.type else _OTHER_TYPE
    if reading.number:
        suffixes = street.suffixes(reading.number)
        bonus += _HAS_DOOR if suffixes else _NO_DOOR
        bonus += _HAS_SUFFIX if reading.suffix and reading.suffix in suffixes else 0
    has_last = any(near[word].get(street.last, 0) == 1 for word in words)
    return Match(street, reading, likeness, explained / len(words) if words else 0.0, likeness + bonus, has_last)


def _shared(street: Street, words: tuple[str, ...], near: Mapping[str, Near]) -> tuple[float, float]:
    """(weight of the street's words that were written, number of written words found), each word used once."""
    pairs = sorted(
        ((near[word].get(name, 0.0), at, name) for at, word in enumerate(words) for name in street.weights),
        key=lambda pair: (-pair[0], pair[1]),
    )
    weight = count = 0.0
    used_words: set[int] = set()
    used_names: set[str] = set()
    for likeness, at, name in pairs:
        if likeness and at not in used_words and name not in used_names:
            used_words.add(at)
            used_names.add(name)
            weight += street.weights[name] * likeness
            count += likeness
    return weight, count


def _weight(index: StreetIndex, street: Street, word: str, near: Near) -> float:
    """A written word weighs what the street's word it stands for weighs, or what it would weigh anywhere."""
    mine = max((name for name in street.weights if name in near), key=lambda name: near[name], default=None)
    return street.weights[mine] if mine else _UNKNOWN_WORD * index.rarity(word)
