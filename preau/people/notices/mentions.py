"""Who is called by name in a text: ``@Prénom Nom``, ``@prenom.nom`` or ``@the-slug-of-an-organisation``.

Pure: the names that may be called are given. Accents and capitals don't count, the longest name wins, and a mail
address calls nobody.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from preau.foundation.text.search import folded

_INSIDE_AN_ADDRESS = frozenset("._%+-/@")
"""Like letters and digits, these make of the @ that follows them a part of an address."""
_GLUE = frozenset(".-@_")
"""A name goes on after these when a letter or a digit follows: ``@sports`` is not called by ``@sports-nautiques``."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, or an organisation, that a text may call. ``calls`` is what may stand after the @."""

    key: str
    label: str
    calls: tuple[str, ...]

    @classmethod
    def person(cls, key: str, full_name: str) -> Named:
        words = full_name.split()
        if len(words) < 2:  # a first name alone would call too many people
            return cls(key, full_name, ())
        dotted = ".".join(words)
        plain = dotted.replace("-", ".").replace("’", "").replace("'", "")
        return cls(key, full_name, tuple(dict.fromkeys((" ".join(words), dotted, plain))))

    @classmethod
    def organisation(cls, key: str, name: str, slug: str) -> Named:
        return cls(key, name, (slug,) if slug else ())


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]``, the @ included, calls these: several when they bear the same name."""

    start: int
    end: int
    named: tuple[Named, ...]


def mentioned(text: str, people: Iterable[Named]) -> list[Named]:
    """Those that the text calls, each once, in the order of the text."""
    return list(dict.fromkeys(each for mention in mentions(text, people) for each in mention.named))


def mentions(text: str, people: Iterable[Named]) -> list[Mention]:
    """Every call in the text, from left to right, without overlap."""
    if "@" not in text:
        return []
    names = _by_call(people)
    lengths = sorted({len(call) for call in names}, reverse=True)
    letters, places = _folded_with_places(text)
    found: list[Mention] = []
    for at in _at_signs(letters):
        for length in lengths:
            end = at + 1 + length
            named = names.get(letters[at + 1 : end])
            if named and end <= len(letters) and _ends_there(letters, end):
                found.append(Mention(places[at], places[end], tuple(named)))
                break
    return found


def _by_call(people: Iterable[Named]) -> dict[str, list[Named]]:
    names: dict[str, list[Named]] = {}
    for each in people:
        for call in {_folded_with_places(call)[0] for call in each.calls} - {""}:
            names.setdefault(call, []).append(each)
    return names


def _at_signs(letters: str) -> Iterator[int]:
    """Where an @ begins a call: not inside a word nor an address."""
    for at, letter in enumerate(letters):
        before = letters[at - 1] if at else " "
        if letter == "@" and not before.isalnum() and before not in _INSIDE_AN_ADDRESS:
            yield at


def _ends_there(letters: str, end: int) -> bool:
    """Whether the word stops at ``end``: a full stop ends a sentence, but goes on inside ``nadia.benhaddou``."""
    after, next_one = letters[end : end + 1], letters[end + 1 : end + 2]
    return not (after.isalnum() or after == "_" or (after in _GLUE and next_one.isalnum()))


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """The text without accents or capitals, and for each of its letters (and its end) the place in the original."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for bare in _bare(letter):
            letters.append(bare)
            places.append(place)
    return "".join(letters), [*places, len(text)]


def _bare(letter: str) -> str:
    if letter in " \u00a0\u202f":
        return " "
    return folded(letter) or ("" if unicodedata.combining(letter) else letter.lower())
