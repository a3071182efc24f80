"""Where each part of a returned copy stands: its row, what is above and before it, whether it was moved. Pure."""

from __future__ import annotations

from typing import Any

from preau.plan.exchange.matching import Matching
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.structure.rules import code_key, longest_growing

_FEW, _SOME = 2, 0.1
"""Items, and share of them, out of order, beyond which a spreadsheet was sorted."""


class Standing:
    """Every place is read once. A column is what holds items of one kind in one row, or under one axis.

    ``reordered`` names the general objectives whose rows stand in another order, which no suggestion can say;
    ``is_sorted`` says that the order of a spreadsheet tells nothing.
    """

    def __init__(self, returned: ReturnedPlan, matching: Matching) -> None:
        self._matching = matching
        self._after: dict[int, str] = {}
        self._moved: set[int] = set()
        columns: dict[tuple[Any, ...], list[ReturnedItem]] = {}
        for item in returned.items:
            axis = item.axis if item.row is None else None
            columns.setdefault((item.kind, item.row, axis), []).append(item)
        stayed = sum(self._read(column) for column in columns.values())
        self.is_sorted = returned.may_be_partial and len(self._moved) > max(_FEW, _SOME * stayed)
        if self.is_sorted:
            self._moved.clear()
        self.reordered = () if returned.may_be_partial else self._reordered(returned.items)

    def row(self, item: ReturnedItem) -> str:
        """The plan's row; "+12" for one that the copy brings."""
        return self._matching.rows.get(item.row or 0, f"+{item.row}")

    def parent(self, item: ReturnedItem) -> str:
        """The code of what it stands under; "+g7" for something that the copy brings; "" for an axis, or untold."""
        row = self._matching.rows.get(item.row or 0, "")
        return self._matching.generals.get(row) or self._matching.above(item)

    def after(self, item: ReturnedItem) -> str:
        """The code of the nearest known item that stands before this one in its column; "" for the first."""
        return self._after[item.key]

    def is_out_of_order(self, item: ReturnedItem) -> bool:
        """Whether it is one of the fewest items of its column that must have been moved."""
        return item.key in self._moved

    def _reordered(self, items: list[ReturnedItem]) -> tuple[str, ...]:
        """The general objectives whose rows stand in another order, or with a new one before a known one."""
        codes: dict[str, dict[int, str]] = {}
        for item in items:
            if item.row is not None and item.is_placed:
                codes.setdefault(self.parent(item), {})[item.row] = self._matching.rows.get(item.row, "")
        rows = {general: list(numbered.values()) for general, numbered in codes.items()}
        return tuple(
            general
            for general, order in rows.items()
            if order != sorted(order, key=lambda code: (not code, code_key(code)))
        )

    def _read(self, column: list[ReturnedItem]) -> int:
        """How many of its items are where they stood, or near."""
        before = ""
        stayed: list[tuple[int, tuple[float, str]]] = []
        for item in column:
            self._after[item.key] = before
            known = self._matching.item(item.key)
            if known is None:
                continue
            before = known.code
            if known.parent == self.parent(item) and (item.row is None or known.row == self.row(item)):
                stayed.append((item.key, (known.position, known.code)))
        in_order = longest_growing([place for _, place in stayed])
        self._moved |= {key for number, (key, _) in enumerate(stayed) if number not in in_order}
        return len(stayed)
