"""From what people type to what is compared: folded words, and the stem that a word shares with its plural."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from preau.foundation.text.search import folded

_BETWEEN = "\x1f"
_WORD = re.compile(r"[a-z0-9]+")
_STEMMER = snowballstemmer.stemmer("french")
EMPTY = frozenset(
    "a ai au aux avec c ce ces cet cette chez d dans de des du elle en es est et fait faire il ils j je l la le les"
    " leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ou par pas peu peut plus pour qu que quel quelle"
    " qui quoi s sa sans se ses si son sont sur t ta te tes ton tu un une veut veux vos votre vous y"
    " cherche chercher recherche trouver voudrais aimerait aimerais besoin envie possible".split()
)
"""Words that say nothing of what is sought."""
WEAK = frozenset(
    "activite activites cours club atelier ateliers enfant enfants fille filles garcon garcons fils lecon lecons"
    " debutant debutants debutante debuter initiation inscription inscriptions association associations ville commune"
    " quartier proche pres loin ici idee idees sortie sorties truc trucs quelque chose faire apprendre pratiquer"
    " loisir loisirs seance seances petit petite an ans".split()
)
"""Words that any entry could carry: they count when nothing else was typed."""


def tokens(text: str) -> list[str]:
    """Every word, folded, in order."""
    return _WORD.findall(folded(text))


def tokens_of(texts: Iterable[str]) -> list[list[str]]:
    """The words of several texts, folded at once: folding is the dearest part of reading a catalogue."""
    return [_WORD.findall(text) for text in folded(_BETWEEN.join(texts)).split(_BETWEEN)]


def meaningful(words: list[str]) -> list[str]:
    """Without empty words; without weak ones either, unless only weak ones were typed."""
    full = [word for word in words if word not in EMPTY and (len(word) > 1 or word.isdigit())]
    return [word for word in full if word not in WEAK] or full


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """``word`` is folded. Both sides of a comparison are, so that accents never matter."""
    return word if word.isdigit() else str(_STEMMER.stemWord(word))


def phrase(text: str) -> tuple[str, ...]:
    """The stems of a phrase, without its empty words."""
    return tuple(stem(word) for word in tokens(text) if word not in EMPTY)


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"(?<!c)h", ""),
        (r"qu|ck|q|c(?![eiyh])", "k"),
        (r"c(?=[eiy])|ti(?=on)", "s"),
        (r"g(?=[eiy])", "j"),
        (r"eau|au", "o"),
        (r"ai|ei", "e"),
        (r"an|am|en|em", "an"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)(?:es|e|s|t|x|z|d)+$", ""),
    )
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Roughly what is heard: « gymnastic » and « gymnastique », « fotografi » and « photographie » are one."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word
