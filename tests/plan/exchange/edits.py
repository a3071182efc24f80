"""Two dozen edits that people make in a word processor, chosen from the plan itself, and what must be found."""

from __future__ import annotations

from collections import Counter
from typing import Any

from preau.plan.exchange.changes import Change
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState

type Expected = Counter[tuple[str, str, str]]
"""(kind of change, code of the item or row, new words)"""


class TwoDozen:
    """Twelve tracked edits and twelve without: per dozen, six wordings, two removals, three additions, one move.

    No two edits share a cell, so that each is one difference, whatever the plan. They are spread over every axis and
    as many general objectives as there are: an edit goes where the fewest have gone.
    """

    def __init__(self, snapshot: PlanSnapshot) -> None:
        self.snapshot = snapshot
        self.operations: list[dict[str, Any]] = []
        self.expected: Expected = Counter()
        words = Counter(piece for item in snapshot.items for piece in {item.text})
        cells = _cells(snapshot)
        free = [
            item
            for item in snapshot.items
            if item.row and words[item.text] == 1 and "\n" not in item.text and len(item.text) > 24
        ]
        self.usable = [item for item in free if len(cells[(item.row, item.kind)]) > 1 or item.kind == "expected_effect"]
        self.crowded = [item for item in free if len(cells[(item.row, item.kind)]) > 2]
        self.used: set[tuple[str, str]] = set()
        self.visits: Counter[str] = Counter()
        for tracked in (True, False):
            for _ in range(2):
                self._delete(tracked)
            self._move(tracked)
            for _ in range(3):
                self._add(tracked)
            for number in range(6):
                self._reword(tracked, number)

    def _take(self, among: list[ItemState]) -> ItemState:
        free = [each for each in among if (each.row, each.kind) not in self.used and self._is_alone(each)]
        item = min(free, key=lambda each: (self.visits[each.code.split(".")[0]], self.visits[each.parent]))
        self.used.add((item.row, item.kind))
        self.visits.update([item.code.split(".")[0], item.parent])
        return item

    def _is_alone(self, item: ItemState) -> bool:
        """Its first words name it and nothing else, so that the word processor's search finds it."""
        return sum(_handle(item) in other.text for other in self.snapshot.items) == 1

    def _note(self, kind: str, place: str, words: str = "") -> None:
        self.expected[(kind, place, words)] += 1

    def _reword(self, tracked: bool, number: int) -> None:
        item = self._take(self.usable)
        new = f"Relecture {number} de {'Claude' if tracked else 'Dominique'} :"
        self.operations.append({"do": "replace", "find": _handle(item), "with": new, "tracked": tracked})
        self._note("rewording", item.code, new + item.text[len(_handle(item)) :])

    def _delete(self, tracked: bool) -> None:
        item = self._take(self.crowded)
        self.operations.append({"do": "delete", "find": _handle(item), "tracked": tracked})
        self._note("removal", item.code)

    def _add(self, tracked: bool) -> None:
        item = self._take(self.usable)
        words = f"Ajout suivi {len(self.operations)}" if tracked else f"Ajout sans suivi {len(self.operations)}"
        self.operations.append({"do": "add", "find": _handle(item), "text": words, "tracked": tracked})
        self._note("addition", item.row, words)

    def _move(self, tracked: bool) -> None:
        item = self._take(self.crowded)
        target = self._take([each for each in self.usable if each.kind == item.kind])
        self.operations.append({"do": "move", "find": _handle(item), "after": _handle(target), "tracked": tracked})
        self._note("relocation", item.code)


def found(changes: list[Change]) -> Expected:
    return Counter(_told(change) for change in changes)


def _told(change: Change) -> tuple[str, str, str]:
    return change.kind.value, change.place, (change.facts.get("text") or [None, ""])[1] or ""


def _handle(item: ItemState) -> str:
    return item.text[:22]


def _cells(snapshot: PlanSnapshot) -> dict[tuple[str, str], list[ItemState]]:
    cells: dict[tuple[str, str], list[ItemState]] = {}
    for item in snapshot.items:
        cells.setdefault((item.row, item.kind), []).append(item)
    return cells
