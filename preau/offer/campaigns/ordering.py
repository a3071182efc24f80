"""A list of wishes as a form carries it: one word for each line, moved by buttons that need no script. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .models import RankedWish
from .wishing import WishFacts

type Lines = list[str]
"""« o12 » is an offer, « b3 » a bundle."""


def lines_of(wishes: Iterable[RankedWish]) -> Lines:
    return [f"o{each.offer_id}" if each.offer_id else f"b{each.bundle_id}" for each in wishes]


def moved(lines: Sequence[str], do: str) -> Lines:
    """``add:o12``, ``up:o12``, ``down:o12`` or ``remove:o12``; anything else changes nothing."""
    verb, _sep, word = do.partition(":")
    kept = list(dict.fromkeys(lines))
    if verb == "add" and word and word not in kept:
        return [*kept, word]
    if word not in kept:
        return kept
    at = kept.index(word)
    if verb == "remove":
        return kept[:at] + kept[at + 1 :]
    to = {"up": at - 1, "down": at + 1}.get(verb, at)
    if 0 <= to < len(kept):
        kept[at], kept[to] = kept[to], kept[at]
    return kept


def facts_of(lines: Iterable[str], parts: Iterable[str]) -> list[WishFacts]:
    """What cannot be read as a wish stays one that the verb refuses."""
    fine = set(parts)
    return [_facts(word, word in fine) for word in lines]


def _facts(word: str, part: bool) -> WishFacts:
    number = int(word[1:]) if word[1:].isdecimal() and len(word) < 12 else 0
    return WishFacts(bundle=number, part_is_fine=part) if word.startswith("b") else WishFacts(offer=number)
