"""How much two wordings are alike, and which pairs of them are so alike that they must be one item. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rapidfuzz import fuzz, process

from preau.foundation.text.typography import without_typography
from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.returned import ReturnedItem
from preau.plan.structure.state import ItemState

SURE, LIKELY, PERHAPS = 0.80, 0.65, 0.50
"""Likeness (0 to 1, place included) from which a pair is sure, likely, or worth showing to somebody."""
_SURE_WORDS, _LIKELY_WORDS, _ALIKE = 0.75, 0.62, 0.45
"""What the words alone must reach. Two unlike French sentences have 0.43 on average, one pair in a hundred 0.59."""
_MARGIN = 0.08
"""How far the best candidate must be ahead of the second best to be sure."""
_SAME_PLACE, _SAME_BRANCH, _SAME_CODE, _LONE_GAP = 0.12, 0.05, 0.25, 0.15
_SORTED = 0.95
"""The same words in another order count for a little less."""
_READ = 2_000
"""Characters of a text that are compared: the time that it takes grows with their square."""


@dataclass(frozen=True, slots=True)
class Bonuses:
    """Where each returned item stands: the code of what is above it, of its row; and the gaps that one alone fills."""

    branches: dict[int, str]
    places: dict[int, str]
    lone_gaps: set[tuple[int, str]]

    def of(self, item: ReturnedItem, known: ItemState) -> float:
        bonus = _SAME_BRANCH if self.branches[item.key] == known.parent and known.parent else 0.0
        if known.row and self.places.get(item.key) == known.row:
            bonus += _SAME_PLACE
        return bonus + (_LONE_GAP if (item.key, known.uid) in self.lone_gaps else 0.0)


class Pair(NamedTuple):
    """``words`` is the likeness of the words alone, ``score`` that of everything."""

    item: ReturnedItem
    known: ItemState
    words: float
    score: float


class Candidates:
    """Every pair worth looking at. Those below PERHAPS can neither be chosen nor cast doubt on one that is."""

    LIKELY_WORDS: ClassVar[float] = _LIKELY_WORDS

    def __init__(self, items: Sequence[ReturnedItem], knowns: Sequence[ItemState], bonuses: Bonuses) -> None:
        self._items, self._knowns, self._bonuses = items, knowns, bonuses
        pairs = sorted(self._pairs(), key=lambda pair: (-pair.score, pair.item.key, pair.known.uid))
        self._best_first = pairs
        self._of_item: dict[int, list[Pair]] = {}
        self._of_known: dict[str, list[Pair]] = {}
        for pair in pairs:
            self._of_item.setdefault(pair.item.key, []).append(pair)
            self._of_known.setdefault(pair.known.uid, []).append(pair)

    @staticmethod
    def likeness(one: str, other: str) -> float:
        """0 to 1, without regard to capitals: letters in order, and words whatever their order."""
        return _ratio(_plain(one), _plain(other)) / 100

    def chosen(self) -> Iterator[tuple[Pair, Certainty]]:
        """The best pairs, each item once, and how sure each is."""
        items: set[int] = set()
        knowns: set[str] = set()
        for pair in self._best_first:
            if pair.item.key in items or pair.known.uid in knowns:
                continue
            rival = max(self._best_rival(pair, items, knowns), default=0.0)
            yield pair, _certainty(pair, rival)
            items.add(pair.item.key)
            knowns.add(pair.known.uid)

    def _best_rival(self, pair: Pair, items: set[int], knowns: set[str]) -> Iterator[float]:
        """The best pair of each side that is still open, this one aside."""
        for side in (self._of_item[pair.item.key], self._of_known[pair.known.uid]):
            rivals = (p for p in side if p is not pair and p.item.key not in items and p.known.uid not in knowns)
            if (best := next(rivals, None)) is not None:
                yield best.score

    def _pairs(self) -> Iterator[Pair]:
        """The words alone must be worth showing, unless both stand in the same branch or bear the same code."""
        plain = [_plain(known.text) for known in self._knowns]
        by_word = [_by_word(text) for text in plain]
        near: dict[str, list[int]] = {}
        for place, known in enumerate(self._knowns):
            for where in (known.parent, known.code):
                near.setdefault(where, []).append(place)
        for item in self._items:
            text = _plain(item.text)
            alike = _above(text, plain, 100 * PERHAPS)
            for place, ratio in _above(_by_word(text), by_word, 100 * PERHAPS / _SORTED).items():
                alike[place] = max(alike.get(place, 0.0), _SORTED * ratio)
            around = {*near.get(self._bonuses.branches[item.key], ()), *near.get(item.code, ())}
            alike |= {place: _ratio(text, plain[place]) for place in around}
            for place, ratio in alike.items():
                if pair := self._pair(item, self._knowns[place], ratio / 100):
                    yield pair

    def _pair(self, item: ReturnedItem, known: ItemState, words: float) -> Pair | None:
        has_code = bool(item.code) and item.code == known.code
        if words < _ALIKE and not has_code:
            return None
        score = words + self._bonuses.of(item, known)
        if has_code:
            score = max(score, _ALIKE) + _SAME_CODE
        return Pair(item, known, words, score) if score >= PERHAPS else None


def _certainty(pair: Pair, rival: float) -> Certainty:
    """The place helps to choose; it takes words that are alike to be sure."""
    ahead = pair.score - rival >= _MARGIN
    if ahead and pair.score >= SURE and pair.words >= _SURE_WORDS:
        return Certainty.SURE
    is_likely = ahead and pair.score >= LIKELY and pair.words >= _LIKELY_WORDS
    return Certainty.LIKELY if is_likely else Certainty.UNCERTAIN


def _ratio(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), _SORTED * fuzz.ratio(_by_word(one), _by_word(other)))


def _above(text: str, among: Sequence[str], least: float) -> dict[int, float]:
    found = process.extract(text, among, scorer=fuzz.ratio, processor=None, score_cutoff=least, limit=None)
    return {place: ratio for _, ratio, place in found}


def _plain(text: str) -> str:
    return without_typography(text[:_READ]).casefold()


def _by_word(text: str) -> str:
    return " ".join(sorted(text.split()))
