"""Whether a row of the table can be kept on one page, so that no sentence is cut between two."""

from __future__ import annotations

from preau.plan.structure.snapshot import SnapshotRow
from preau.plan.structure.state import ItemState

_LETTERS, _LINES = 52, 24
"""Of a line in a column of objectives or effects; of a page that also holds a title. Both on the safe side."""


def fits_a_page(row: SnapshotRow) -> bool:
    """By its words: a row that is longer is let run on, since a page must never swallow the end of it."""
    return max(_height(row.objectives), _height(row.effects)) <= _LINES


def _height(items: list[ItemState]) -> int:
    return sum(
        _lines(item.text) + bool(item.owner or item.horizon_on) + sum(map(_lines, item.sub_points)) for item in items
    )


def _lines(text: str) -> int:
    return sum(1 + len(line) // _LETTERS for line in text.split("\n"))
