"""Where each item of a returned copy stands: in which row, under what, behind which item of the plan. Pure.

Each column of the copy is looked at once, so that a plan of a thousand items takes no longer than it must.
"""

from __future__ import annotations

from preau.plan.exchange.matching import Matching
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.structure.rules import longest_growing

type _Column = tuple[str, int | None, int | None]
"""Kind and row; for an axis or a branch, kind and axis."""


class Standing:
    def __init__(self, returned: ReturnedPlan, matching: Matching) -> None:
        self._matching = matching
        self._columns: dict[_Column, list[ReturnedItem]] = {}
        self._after: dict[int, str] = {}
        self._out_of_order: dict[_Column, set[int]] = {}
        for item in returned.items:
            self._columns.setdefault(_column(item), []).append(item)
        for column in self._columns.values():
            before = ""
            for item in column:
                self._after[item.key] = before
                known = matching.item(item.key)
                before = known.code if known else before

    def row(self, item: ReturnedItem) -> str:
        """The code of its row; "+3" for a row that the copy brings, "" for an axis or a branch."""
        return "" if item.row is None else self._matching.rows.get(item.row, f"+{item.row}")

    def parent(self, item: ReturnedItem) -> str:
        """The code of what it stands under; "+g7" for a branch that the copy brings; "" for an axis."""
        above = item.branch if item.row is not None else item.axis
        if above is None:
            return ""
        known = self._matching.item(above)
        return known.code if known else f"+g{above}"

    def after(self, item: ReturnedItem) -> str:
        """The code of the nearest known item that stands before it in its column; "" for the first."""
        return self._after[item.key]

    def is_out_of_order(self, item: ReturnedItem) -> bool:
        """Whether it is one of the fewest that must have been moved, among those that stayed in its column."""
        column = _column(item)
        if column not in self._out_of_order:
            self._out_of_order[column] = self._moved_in(self._columns[column])
        return item.key in self._out_of_order[column]

    def _moved_in(self, column: list[ReturnedItem]) -> set[int]:
        stayed = [
            (item.key, known)
            for item in column
            if (known := self._matching.item(item.key)) is not None
            if (known.parent, known.row) == (self.parent(item), self.row(item))
        ]
        places = [(known.position, known.code) for _, known in stayed]
        if places == sorted(places):
            return set()
        in_order = longest_growing(places)
        return {key for number, (key, _) in enumerate(stayed) if number not in in_order}


def _column(item: ReturnedItem) -> _Column:
    return str(item.kind), item.row, item.axis if item.row is None else None
