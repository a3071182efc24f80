"""Which item of the plan each part of a returned copy is: by its hidden mark, else by its words and its place.

Pure. What can't be told for sure is said to be uncertain; nothing is attached to a wrong item in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from preau.foundation.text.typography import without_typography
from preau.plan.drafting.enums import Certainty
from preau.plan.exchange.likeness import Bonuses, Candidates
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState

_KINDS = (
    ItemKind.AXIS,
    ItemKind.GENERAL_OBJECTIVE,
    ItemKind.OPERATIONAL_OBJECTIVE,
    ItemKind.EXPECTED_EFFECT,
)


@dataclass(frozen=True, slots=True)
class Match:
    item: ItemState
    certainty: Certainty


@dataclass(slots=True)
class Matching:
    """``pairs`` maps the key of a returned item to an item of the plan; ``rows`` a table row to the plan's row.

    ``homes`` maps a table row to the general objective that it keeps, whose words are nowhere in the copy.
    ``generals`` maps each row of the plan to the code of its general objective.
    """

    pairs: dict[int, Match] = field(default_factory=dict)
    rows: dict[int, str] = field(default_factory=dict)
    homes: dict[int, ItemState] = field(default_factory=dict)
    generals: dict[str, str] = field(default_factory=dict)

    def item(self, key: int | None) -> ItemState | None:
        match = self.pairs.get(key) if key is not None else None
        return match.item if match else None

    def above(self, item: ReturnedItem) -> str:
        """The code of what an item stands under; "+g7" for something that the copy brings; "" when it is not told."""
        home = self.homes.get(item.row or 0)
        above = item.axis if item.row is None else item.branch
        if home is not None or above is None:
            return home.code if home is not None else item.above
        known = self.item(above)
        return known.code if known else f"+g{above}"


def match(base: PlanSnapshot, returned: ReturnedPlan) -> Matching:
    """Marks and same words first, then what holds the same things, then what reads alike, axes before the rest."""
    return _Matcher(base, returned).matched()


class _Matcher:
    def __init__(self, base: PlanSnapshot, returned: ReturnedPlan) -> None:
        self.base, self.returned = base, returned
        self.found = Matching(generals={item.row: item.parent for item in base.items if item.row})
        self.taken: set[str] = set()
        self.keys = {item.uid: without_typography(item.text) for item in base.items}
        self.here = {kind: [item for item in returned.items if item.kind == kind] for kind in _KINDS}
        self.there = {kind: [item for item in base.items if item.kind == kind] for kind in _KINDS}

    def matched(self) -> Matching:
        for kind in _KINDS:
            self._by_mark(kind)
            self._by_words(kind)
        for kind in reversed(_KINDS[:2]):
            self._by_content(kind)
        for kind in _KINDS:
            self.found.homes = self._homes()
            self._by_likeness(kind)
        self.found.rows = self._rows()
        return self.found

    def _by_mark(self, kind: ItemKind) -> None:
        """One paragraph copied, or cut in two, bears the same mark twice: the one that says most of it is the item."""
        there = {item.uid: item for item in self.there[kind]}
        bearers: dict[str, list[ReturnedItem]] = {}
        for item in self.here[kind]:
            if item.mark in there:
                bearers.setdefault(item.mark, []).append(item)
        for uid, items in bearers.items():
            best = items[0]
            if len(items) > 1:
                best = max(items, key=lambda item: Candidates.likeness(item.text, there[uid].text))
            self._pair(best, there[uid], Certainty.SURE)

    def _by_words(self, kind: ItemKind) -> None:
        """The very same words, once on each side; or as often, in the same order on both sides."""
        left: dict[str, list[ItemState]] = {}
        for known in self._missing(kind):
            left.setdefault(self.keys[known.uid], []).append(known)
        right: dict[str, list[ReturnedItem]] = {}
        for item in self._unknown(kind):
            if item.text:
                right.setdefault(without_typography(item.text), []).append(item)
        for text, items in right.items():
            known_items = left.get(text, [])
            if len(known_items) == len(items):
                for item, known in zip(items, known_items, strict=True):
                    self._pair(item, known, Certainty.SURE)

    def _by_content(self, kind: ItemKind) -> None:
        """An axis or a general objective in other words, that holds most of what it held and little else."""
        missing = {known.code: known for known in self._missing(kind)}
        held: Counter[tuple[int, str]] = Counter()
        for item in self.returned.items:
            known = self.found.item(item.key)
            above = item.branch if item.row is not None else item.axis
            if known is not None and above is not None and item.row not in self.returned.loose:
                held[(above, known.parent)] += 1
        unknown = {item.key: item for item in self._unknown(kind)}
        inside, under = Counter[int](), Counter[str]()
        for (above, parent), count in held.items():
            inside[above] += count
            under[parent] += count
        for (above, parent), count in held.items():
            if above in unknown and parent in missing and 2 * count > max(inside[above], under[parent]):
                alike = Candidates.likeness(unknown[above].text, missing[parent].text)
                certainty = Certainty.SURE if alike >= Candidates.LIKELY_WORDS else Certainty.LIKELY
                self._pair(unknown[above], missing[parent], certainty)

    def _by_likeness(self, kind: ItemKind) -> None:
        """Best pair first. A pair is sure only when no other candidate of either side comes close."""
        marked = self.base.by_uid
        unknown = [item for item in self._unknown(kind) if item.text and item.mark not in marked]
        missing = self._missing(kind)
        if not unknown or not missing:
            return
        candidates = Candidates(unknown, missing, self._bonuses(unknown, missing))
        for pair, certainty in candidates.chosen():
            self._pair(pair.item, pair.known, certainty)

    def _bonuses(self, unknown: list[ReturnedItem], missing: list[ItemState]) -> Bonuses:
        rows = self._rows()
        branches = {item.key: self.found.above(item) for item in unknown}
        places = {item.key: rows.get(item.row, "") for item in unknown if item.row is not None}
        return Bonuses(branches, places, self._lone_gaps(unknown, missing, rows))

    def _lone_gaps(
        self, unknown: list[ReturnedItem], missing: list[ItemState], rows: dict[int, str]
    ) -> set[tuple[int, str]]:
        """One item missing and one item unknown in the same cell: perhaps the same, written anew."""
        gone: dict[str, list[str]] = {}
        for known in missing:
            gone.setdefault(known.row or known.parent, []).append(known.uid)
        new: dict[str, list[int]] = {}
        for item in unknown:
            axis = self.found.item(item.axis)
            place = rows.get(item.row, "") if item.row is not None else axis.code if axis else ""
            new.setdefault(place, []).append(item.key)
        return {
            (keys[0], gone[place][0]) for place, keys in new.items() if len(keys) == 1 and len(gone.get(place, ())) == 1
        }

    def _homes(self) -> dict[int, ItemState]:
        """Rows whose own first cell is empty stay under their general objective when its words are nowhere else.

        In their axis: a row set elsewhere reads as part of what it was set in.
        """
        votes: dict[int, Counter[str]] = {}
        axes: dict[int, set[str]] = {}
        for row, item, known in self._known_in_rows():
            if row in self.returned.loose:
                votes.setdefault(row, Counter())[known.parent] += 1
                axis = self.found.item(item.axis)
                axes[row] = {axis.code} if axis else set()
                if item.branch is None:
                    axes[row].add(self.base.by_code[known.parent].parent)
        homes = {row: self.base.by_code[count.most_common(1)[0][0]] for row, count in votes.items()}
        return {row: home for row, home in homes.items() if home.uid not in self.taken and home.parent in axes[row]}

    def _rows(self) -> dict[int, str]:
        """Each table row is the row of the plan that most of its items come from, under the same general objective.

        A row of the plan is found once.
        """
        generals = self.found.generals
        votes: Counter[tuple[int, str]] = Counter()
        above: dict[int, str] = {}
        for row, item, known in self._known_in_rows():
            above[row] = self.found.above(item)
            votes[(row, known.row)] += 1
        rows = dict(self._hinted())
        used = set(rows.values())
        for (row, code), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
            if row not in rows and code not in used and above[row] in ("", generals[code]):
                rows[row] = code
                used.add(code)
        return rows

    def _hinted(self) -> Iterator[tuple[int, str]]:
        """The rows that a spreadsheet names. Where it names another general objective too, what was changed counts."""
        hints = self.returned.row_hints
        stayed = {row for row, _, known in self._known_in_rows() if hints.get(row) == known.row}
        for item in self.returned.items:
            code = hints.get(item.row or 0, "")
            if item.row is None or code not in self.found.generals:
                continue
            if self.found.above(item) in ("", self.found.generals[code]) or item.row not in stayed:
                yield item.row, code

    def _known_in_rows(self) -> Iterator[tuple[int, ReturnedItem, ItemState]]:
        for item in self.returned.items:
            known = self.found.item(item.key)
            if item.row is not None and known is not None and known.row:
                yield item.row, item, known

    def _missing(self, kind: ItemKind) -> list[ItemState]:
        return [known for known in self.there[kind] if known.uid not in self.taken]

    def _unknown(self, kind: ItemKind) -> list[ReturnedItem]:
        return [item for item in self.here[kind] if item.key not in self.found.pairs]

    def _pair(self, item: ReturnedItem, known: ItemState, certainty: Certainty) -> None:
        self.found.pairs[item.key] = Match(known, certainty)
        self.taken.add(known.uid)
