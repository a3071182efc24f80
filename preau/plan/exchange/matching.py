"""Which item of the plan each part of a returned copy is: by its hidden mark, else by its words and its place.

Pure. What can't be told for sure is said to be uncertain; nothing is attached to a wrong item in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

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
    open_here = [item for item in here if item.key not in found.pairs]
    open_there = [item for item in there if item.uid not in taken]
    if not open_here or not open_there:
        return
    rows = _rows(found, returned)
    gaps = _lone_gaps(found, taken, open_here, open_there, rows)
    scores = {
        (item.key, known.uid): _score(item, known, found, rows, gaps) for item in open_here for known in open_there
    }
    for (key, uid), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if score < PERHAPS:
            break
        if key in found.pairs or uid in taken:
            continue
        rivals = [
            other
            for (k, u), other in scores.items()
            if (k == key) != (u == uid) and k not in found.pairs and u not in taken
        ]
        item = next(each for each in open_here if each.key == key)
        known = next(each for each in open_there if each.uid == uid)
        _pair(found, taken, item, known, _certainty(score, max(rivals, default=0.0)))


def _certainty(score: float, rival: float) -> Certainty:
    ahead = score - rival >= _MARGIN
    if score >= SURE and ahead:
        return Certainty.SURE
    return Certainty.LIKELY if score >= LIKELY and ahead else Certainty.UNCERTAIN


def _score(
    item: ReturnedItem, known: ItemState, found: Matching, rows: dict[int, str], gaps: set[tuple[int, str]]
) -> float:
    score = _likeness(item.text, known.text)
    has_code = bool(item.code) and item.code == known.code
    if score < _ALIKE and not has_code:
        return 0.0
    parent = found.item(item.branch if item.branch is not None else item.axis)
    if parent is not None and parent.code == known.parent:
        score += _SAME_BRANCH
    if item.row is not None and rows.get(item.row) == known.row:
        score += _SAME_PLACE
    if has_code:
        score = max(score, _ALIKE) + _SAME_CODE
    if (item.key, known.uid) in gaps:
        score += _LONE_GAP
    return score


def _likeness(one: str, other: str) -> float:
    """0 to 1, without regard to capitals: letters in order, and words whatever their order."""
    one, other = one.casefold(), other.casefold()
    return max(fuzz.ratio(one, other), 0.95 * fuzz.token_sort_ratio(one, other)) / 100


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
