"""Typing errors: words that no French dictionary knows and that are one slip away from one that it does."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from .seen import Finding, Seen

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ"
_USUAL = 300
"""A word that the corpus holds that often is a word; the rest may be slips of others."""
_OF_THE_TRADE = frozenset(
    """
    périscolaire extrascolaire périscolaires extrascolaires interservices intergénérationnel intergénérationnelle labellisation
    coéducation parentalité pérenniser mutualiser mutualisés écocitoyenneté écoresponsable acculturer animateurs animatrices
    inclusif inclusive inclusifs inclusives handisport numérique numériques visio médiathèque ludothèque bibliobus accueillants
    référent référents référente référentes écogestes biodiversité mixité sociabilisation diagnostic copil intercommunal
    """.split()
)


def typing_error(seen: Seen) -> Iterator[Finding]:
    if seen.text.isupper():
        return
    for match in _WORD.finditer(seen.text):
        word = match[0]
        if word.islower() and len(word) > 5 and "-" not in word and (meant := _slip_of(word)):
            yield Finding(word, f"« {word} » : vouliez-vous écrire « {meant} » ?")


@cache
def _slip_of(word: str) -> str:
    """The usual word that this unknown one is one slip away from, or "" when it is fine or too far from all."""
    known = dictionary()
    if known.get(word, 0) > 0 or word in _OF_THE_TRADE or _is_derived(word, known) or _differs_by_accent_only(word):
        return ""
    near = [other for other in _one_slip_away(word) if known.get(other, 0) >= _USUAL]
    return max(near, key=lambda other: known[other]) if near else ""


@cache
def dictionary() -> dict[str, int]:
    """French words with how often a large corpus holds them (the package's own list, read once)."""
    packed = (files("spellchecker") / "resources" / "fr.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(packed))
    return words


def _is_derived(word: str, known: dict[str, int]) -> bool:
    """A plural, a feminine or a prefixed form of a known word is a word."""
    stems = [word.removesuffix(ending) for ending in ("s", "e", "es", "x") if word.endswith(ending)]
    stems += [
        word.removeprefix(start)
        for start in ("éco", "inter", "péri", "extra", "co", "ré", "re", "multi", "pré", "non")
        if word.startswith(start)
    ]
    return any(
        known.get(stem, 0) > 0 and len(stem) > 3 and not (stem + "s" == word and stem.endswith("s")) for stem in stems
    )


@cache
def _bare() -> frozenset[str]:
    return frozenset(_without_accents(word) for word in dictionary())


def _differs_by_accent_only(word: str) -> bool:
    """Spellings of 1990 and missing accents are not worth a point."""
    return _without_accents(word) in _bare()


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _one_slip_away(word: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in cuts:
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]
