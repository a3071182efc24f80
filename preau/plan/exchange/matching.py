"""Which item of the plan each part of a returned copy is: by its hidden mark, else by its words and its place.

Pure. What can't be told for sure is said to be uncertain; nothing is attached to a wrong item in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState

SURE, LIKELY, PERHAPS = 0.80, 0.65, 0.50
"""Likeness (0 to 1, place included) from which a pair is sure, likely, or worth showing to somebody."""
_ALIKE = 0.45
"""Below that likeness of the words alone, being in the same place does not make two texts one item."""
_MARGIN = 0.08
"""How far the best candidate must be ahead of the second best to be sure."""
_SAME_PLACE, _SAME_BRANCH, _SAME_CODE, _LONE_GAP = 0.12, 0.05, 0.25, 0.15


@dataclass(frozen=True, slots=True)
class Match:
    item: ItemState
    certainty: Certainty


@dataclass(slots=True)
class Matching:
    """``pairs`` maps the key of a returned item to an item of the plan; ``rows`` a table row to the plan's row."""

    pairs: dict[int, Match] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)

    def item(self, key: int | None) -> ItemState | None:
        match = self.pairs.get(key) if key is not None else None
        return match.item if match else None


def match(base: PlanSnapshot, returned: ReturnedPlan) -> Matching:
    """Axes, then general objectives, then what stands in the rows, so that each knows where it is."""
    found = Matching()
    taken: set[str] = set()
    for kinds in (
        (ItemKind.AXIS,),
        (ItemKind.GENERAL_OBJECTIVE,),
        (ItemKind.OPERATIONAL_OBJECTIVE,),
        (ItemKind.EXPECTED_EFFECT,),
    ):
        here = [item for item in returned.items if item.kind in kinds]
        there = [item for item in base.items if item.kind in kinds]
        _by_mark(found, taken, here, {item.uid: item for item in there})
        _by_words(found, taken, here, there)
        _by_likeness(found, taken, here, there, returned)
    found.rows = _rows(found, returned)
    return found


def _by_mark(found: Matching, taken: set[str], here: list[ReturnedItem], there: dict[str, ItemState]) -> None:
    for item in here:
        known = there.get(item.mark)
        if known is not None and known.uid not in taken:
            _pair(found, taken, item, known, Certainty.SURE)


def _by_words(found: Matching, taken: set[str], here: list[ReturnedItem], there: list[ItemState]) -> None:
    """The very same words, once on each side; or more often, in the same order on both sides."""
    left: dict[str, list[ItemState]] = {}
    for known in there:
        if known.uid not in taken:
            left.setdefault(known.text.strip(), []).append(known)
    right: dict[str, list[ReturnedItem]] = {}
    for item in here:
        if item.key not in found.pairs:
            right.setdefault(item.text, []).append(item)
    for text, items in right.items():
        known_items = left.get(text, [])
        if len(known_items) == len(items):
            for item, known in zip(items, known_items, strict=True):
                _pair(found, taken, item, known, Certainty.SURE)


def _by_likeness(
    found: Matching, taken: set[str], here: list[ReturnedItem], there: list[ItemState], returned: ReturnedPlan
) -> None:
    """Best pair first. A pair is sure only when no other candidate of either side comes close."""
    open_here = {item.key: item for item in here if item.key not in found.pairs}
    open_there = {item.uid: item for item in there if item.uid not in taken}
    if not open_here or not open_there:
        return
    rows = _rows(found, returned)
    gaps = _lone_gaps(found, taken, open_here.values(), open_there.values(), rows)
    rivals = Rivals(_scores(found, open_here.values(), open_there.values(), rows, gaps))
    for score, key, uid in rivals.best_first:
        if score < PERHAPS:
            break
        if key in found.pairs or uid in taken:
            continue
        rival = rivals.nearest(key, uid, found.pairs.keys(), taken)
        _pair(found, taken, open_here[key], open_there[uid], _certainty(score, rival))


class Rivals:
    """Which other candidates come close to a pair, without going through all of them each time."""

    def __init__(self, scores: dict[tuple[int, str], float]) -> None:
        self.best_first = [(score, *pair) for pair, score in sorted(scores.items(), key=_by_score)]
        self._of_key: dict[int, list[tuple[float, str]]] = {}
        self._of_uid: dict[str, list[tuple[float, int]]] = {}
        for score, key, uid in self.best_first:
            self._of_key.setdefault(key, []).append((score, uid))
            self._of_uid.setdefault(uid, []).append((score, key))

    def nearest(self, key: int, uid: str, paired: AbstractSet[int], taken: AbstractSet[str]) -> float:
        """The best score of another free item for ``key``, or of another free part of the copy for ``uid``."""
        one = (score for score, other in self._of_key[key] if other != uid and other not in taken)
        two = (score for score, other in self._of_uid[uid] if other != key and other not in paired)
        return max(next(one, 0.0), next(two, 0.0))


def _by_score(pair: tuple[tuple[int, str], float]) -> tuple[float, tuple[int, str]]:
    return -pair[1], pair[0]


def _certainty(score: float, rival: float) -> Certainty:
    ahead = score - rival >= _MARGIN
    if score >= SURE and ahead:
        return Certainty.SURE
    return Certainty.LIKELY if score >= LIKELY and ahead else Certainty.UNCERTAIN


def _scores(
    found: Matching,
    here: Iterable[ReturnedItem],
    there: Iterable[ItemState],
    rows: dict[int, str],
    gaps: set[tuple[int, str]],
) -> dict[tuple[int, str], float]:
    """The pairs that are worth a thought, each with its likeness, place included."""
    known_items = list(there)
    alike = _Likeness([known.text for known in known_items])
    by_code = {known.code: number for number, known in enumerate(known_items)}
    scores: dict[tuple[int, str], float] = {}
    for item in here:
        likeness = alike.to(item.text)
        if item.code in by_code:
            number = by_code[item.code]
            likeness[number] = max(likeness.get(number, 0.0), _ALIKE) + _SAME_CODE
        parent = found.item(item.branch if item.branch is not None else item.axis)
        row = rows.get(item.row) if item.row is not None else None
        for number, score in likeness.items():
            known = known_items[number]
            if parent is not None and parent.code == known.parent:
                score += _SAME_BRANCH
            if row is not None and row == known.row:
                score += _SAME_PLACE
            if (item.key, known.uid) in gaps:
                score += _LONE_GAP
            scores[(item.key, known.uid)] = score
    return scores


class _Likeness:
    """How much a text looks like each of some others, without regard to capitals: 0 to 1.

    Letters in order, and words whatever their order. What is below the threshold, most of it, is never built.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._letters = [text.casefold() for text in texts]
        self._words = [_sorted_words(letters) for letters in self._letters]

    def to(self, text: str) -> dict[int, float]:
        """By the number of the other text."""
        letters = text.casefold()
        found = {number: score / 100 for _, score, number in _closest(letters, self._letters)}
        for _, score, number in _closest(_sorted_words(letters), self._words):
            found[number] = max(found.get(number, 0.0), 0.95 * score / 100)
        return {number: score for number, score in found.items() if score >= _ALIKE}


def _closest(text: str, others: list[str]) -> list[tuple[str, float, int]]:
    return process.extract(text, others, scorer=fuzz.ratio, score_cutoff=100 * _ALIKE, limit=None)


def _sorted_words(text: str) -> str:
    return " ".join(sorted(text.split()))


def _lone_gaps(
    found: Matching,
    taken: set[str],
    here: Iterable[ReturnedItem],
    there: Iterable[ItemState],
    rows: dict[int, str],
) -> set[tuple[int, str]]:
    """One item missing and one item unknown in the same cell: most likely the same, written anew."""
    missing: dict[tuple[str, str], list[str]] = {}
    for known in there:
        if known.uid not in taken:
            missing.setdefault((known.row or known.parent, known.kind), []).append(known.uid)
    unknown: dict[tuple[str, str], list[int]] = {}
    for item in here:
        place = rows.get(item.row, "") if item.row is not None else _above(found, item)
        unknown.setdefault((place, item.kind), []).append(item.key)
    return {
        (keys[0], missing[place][0])
        for place, keys in unknown.items()
        if len(keys) == 1 and len(missing.get(place, ())) == 1
    }


def _above(found: Matching, item: ReturnedItem) -> str:
    parent = found.item(item.axis)
    return parent.code if parent else ""


def _rows(found: Matching, returned: ReturnedPlan) -> dict[int, str]:
    """Each table row is the row of the plan that most of its items come from; a row of the plan is found once."""
    votes: Counter[tuple[int, str]] = Counter()
    for item in returned.items:
        known = found.item(item.key)
        if item.row is not None and known is not None and known.row:
            votes[(item.row, known.row)] += 1
    rows = dict(returned.row_hints)
    for (row, code), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if row not in rows and code not in rows.values():
            rows[row] = code
    return rows


def _pair(found: Matching, taken: set[str], item: ReturnedItem, known: ItemState, certainty: Certainty) -> None:
    found.pairs[item.key] = Match(known, certainty)
    taken.add(known.uid)
