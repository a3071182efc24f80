"""Finding French words whatever their accents, capitals or number: one small normaliser."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset(
    "a au aux ce ces d de des du en est et il ils l la le les leur ne ou par pas pour qu que qui s sa se ses son sur"
    " un une".split()
)
_ENDINGS = tuple(
    "ements ement ations ation euses euse eurs eur aux ales ale al ives ive ifs if ees ee es er ez s x e".split()
)
"""Longest first: the first that fits is cut."""


def folded(text: str) -> str:
    """Lower case, without accents or ligatures."""
    opened = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("’", "'")
    return unicodedata.normalize("NFD", opened).encode("ascii", "ignore").decode().lower()


def stems(text: str) -> list[str]:
    """The words that carry meaning, each cut to what its plural, feminine and verb share."""
    return [_stem(word) for word in _WORD.findall(folded(text)) if word not in _EMPTY]


def matches(query: list[str], text: str) -> bool:
    """Whether every stem of the query begins a stem of the text."""
    inside = stems(text)
    return all(any(word.startswith(wanted) for word in inside) for wanted in query)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
