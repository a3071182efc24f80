"""The words of the catalogue, and the entries that carry each: exact, begun, likened, then alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA

from .bits import bits_of, numbers_in, union
from .synonyms import alternatives, longest
from .words import EMPTY, meaningful, sound, stem, tokens, tokens_of

LEVELS = {"title": 40, "keywords": 26, "domain": 14, "summary": 12, "place": 8, "description": 4}
"""Where a word stands in an entry, and what it weighs there. Entries give their texts in this order."""
_EXACT, _BEGUN, _LIKENED, _ALIKE = 10, 8, 6, 5
_SHORTEST_BEGINNING = 2
_MOST_ALIKE = 6
type Where = tuple[int, ...]
"""One set of entries for each level."""
_NOWHERE: Where = (0,) * len(LEVELS)


@dataclass(frozen=True)
class Wanted:
    """One idea of a query: where it was found, with the quality of the match."""

    hits: tuple[tuple[int, Where], ...]

    @cached_property
    def everywhere(self) -> int:
        return union(union(where) for _, where in self.hits)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """(points, entries), best first."""
        points: dict[int, int] = {}
        for quality, where in self.hits:
            for weight, found in zip(LEVELS.values(), where, strict=True):
                if found:
                    points[quality * weight] = points.get(quality * weight, 0) | found
        return sorted(points.items(), reverse=True)


@dataclass(frozen=True)
class Lexicon:
    """``stems`` → where; ``forms``: every whole word → its stem."""

    stems: Mapping[str, Where] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)

    def changed(self, gone: int, come: Iterable[tuple[int, tuple[str, ...]]]) -> Lexicon:
        """Without the entries of ``gone``, with those that come (number, texts)."""
        stems = {word: self._left(where, gone) for word, where in self.stems.items()} if gone else dict(self.stems)
        seen: list[dict[str, list[int]]] = [defaultdict(list) for _ in LEVELS]
        forms = dict(self.forms)
        for number, texts in come:
            for found, words in zip(seen, tokens_of(texts) if texts else (), strict=bool(texts)):
                for word in set(words) - EMPTY:
                    root = forms.get(word)
                    if root is None:
                        root = forms[word] = stem(word)
                    found[root].append(number)
        for level, found in enumerate(seen):
            for root, numbers in found.items():
                where = stems.get(root, _NOWHERE)
                stems[root] = (*where[:level], where[level] | bits_of(numbers), *where[level + 1 :])
        stems = {word: where for word, where in stems.items() if any(where)}
        return Lexicon(stems, {word: root for word, root in forms.items() if root in stems})

    @staticmethod
    def _left(where: Where, gone: int) -> Where:
        return tuple(each & ~gone for each in where)

    def carrying(self, ideas: list[Wanted], among: int) -> int:
        """Entries of ``among`` that carry every idea; when none does, those that carry most of them, at least half."""
        whole = among
        for idea in ideas:
            whole &= idea.everywhere
        return whole or self._nearly(ideas, among)

    def _nearly(self, ideas: list[Wanted], among: int) -> int:
        carried: dict[int, int] = {}
        for idea in ideas:
            for number in numbers_in(idea.everywhere & among):
                carried[number] = carried.get(number, 0) + 1
        most = max(carried.values(), default=0)
        return bits_of([number for number, count in carried.items() if count == most and 2 * most >= len(ideas)])

    def ideas(self, query: str) -> list[Wanted]:
        """Words, or phrases that the table of synonyms knows, in the order of the query."""
        words = meaningful(tokens(query))
        roots = [stem(word) for word in words]
        ideas, at = [], 0
        while at < len(words):
            length = next((n for n in range(longest(), 1, -1) if tuple(roots[at : at + n]) in alternatives()), 1)
            length = min(length, len(words) - at)
            ideas.append(self._idea(words[at : at + length], is_last=at + length == len(words)))
            at += length
        return ideas

    def _idea(self, words: list[str], *, is_last: bool) -> Wanted:
        roots = tuple(stem(word) for word in words)
        hits = [(_EXACT, self._phrase(roots))]
        if is_last and len(words) == 1:
            hits.append((_BEGUN, self._beginning(words[0])))
        hits += [(_LIKENED, self._phrase(other)) for other in alternatives().get(roots, ())]
        if len(words) == 1 and not any(union(where) for _, where in hits):
            hits = self._alike(words[0])
        return Wanted(tuple((quality, where) for quality, where in hits if any(where)))

    def _phrase(self, roots: tuple[str, ...]) -> Where:
        """Where every word of the phrase stands at the same level."""
        found = self.stems.get(roots[0], _NOWHERE)
        for root in roots[1:]:
            other = self.stems.get(root, _NOWHERE)
            found = tuple(one & two for one, two in zip(found, other, strict=True))
        return found

    def _beginning(self, word: str) -> Where:
        """The last word may still be being typed."""
        if len(word) < _SHORTEST_BEGINNING:
            return _NOWHERE
        first = bisect_left(self._sorted, word)
        last = bisect_left(self._sorted, word + "\x7f")
        return self._all(self.forms[form] for form in self._sorted[first:last])

    def _alike(self, word: str) -> list[tuple[int, Where]]:
        """What was probably meant: the words of the catalogue, or of the synonyms, that sound the same, then those
        a slip or two away.
        """
        slips = 0 if len(word) < 4 or word.isdigit() else 1 if len(word) < 7 else 2
        if not slips:
            return []
        near = self._by_sound.get(sound(word), [])[:_MOST_ALIKE] or self._near(word, slips)
        hits = [(_ALIKE, self._all(self.forms[form] for form in near if form in self.forms))]
        for form in near:
            hits += [(_ALIKE - 1, self._phrase(other)) for other in alternatives().get((stem(form),), ())]
        return hits

    def _near(self, word: str, slips: int) -> list[str]:
        """Nearest first; a slip on the first letter is looked for only when no other explains the word."""
        for forms in (self._by_letter.get(word[0], ()), self._known):
            found = sorted(
                (distance, form)
                for form in forms
                if abs(len(form) - len(word)) <= slips
                and (distance := OSA.distance(word, form, score_cutoff=slips)) <= slips
            )
            if found:
                return [form for distance, form in found if distance == found[0][0]][:_MOST_ALIKE]
        return []

    def _all(self, roots: Iterable[str]) -> Where:
        places = [self.stems[root] for root in dict.fromkeys(roots)]
        return tuple(union(level) for level in zip(*places, strict=True)) if places else _NOWHERE

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.forms)

    @cached_property
    def _known(self) -> list[str]:
        """Words that can be meant: those of entries, and those that lead to some through the synonyms."""
        lone = {word for group in _typed() for word in group if len(word) > 3}
        return sorted({*self.forms, *lone})

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = {}
        for word in self._known:
            if len(word) > 3:
                sounds.setdefault(sound(word), []).append(word)
        return sounds

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        letters: dict[str, list[str]] = {}
        for word in self._known:
            letters.setdefault(word[0], []).append(word)
        return letters


def _typed() -> list[list[str]]:
    """The one-word synonyms as people write them."""
    from .synonyms import GROUPS

    return [[words[0] for each in line.split(",") if len(words := tokens(each)) == 1] for line in GROUPS]


def weighed(ideas: list[Wanted], among: int) -> dict[int, int]:
    """How well each entry carries the ideas: for each, the best place of it. Places are walked from the best down."""
    total = dict.fromkeys(numbers_in(among), 0)
    for idea in ideas:
        left = among
        for points, found in idea.places:
            for number in numbers_in(found & left):
                total[number] += points
            left &= ~found
    return total
