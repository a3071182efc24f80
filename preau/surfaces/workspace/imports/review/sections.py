"""A draft cut into pages that a person can read: an axis, a general objective, or some rows of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from preau.plan.importing.draft import DraftAxis, DraftGeneralObjective, DraftItem, DraftRow, PlanDraft

ITEMS_PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A general objective with the rows that this page shows of it."""

    general: DraftGeneralObjective
    rows: list[DraftRow]


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the review. ``part`` is 0 unless the general objective is spread over several pages."""

    axis: DraftAxis
    blocks: list[Block]
    part: int = 0

    @property
    def number(self) -> int:
        return axis_number(self.axis.id)

    @property
    def name(self) -> str:
        """The code of what the page shows: A1, A1.G2, or A1.G2 (3)."""
        if not self.part and len(self.blocks) == len(self.axis.general_objectives):
            return self.axis.id
        return self.blocks[0].general.id + (f" ({self.part})" if self.part else "")

    @property
    def rows(self) -> list[DraftRow]:
        return [row for block in self.blocks for row in block.rows]

    def holds(self, code: str) -> bool:
        """Whether the item, row or objective of that id stands on this page."""
        if code == self.axis.id or any(code == block.general.id for block in self.blocks):
            return self.part <= 1
        return any(code == row.id or any(code == item.id for item in items_of(row)) for row in self.rows)


def sections(draft: PlanDraft, limit: int = ITEMS_PER_PAGE) -> list[Section]:
    return [section for axis in draft.axes for section in _of_axis(axis, limit)]


def items_of(row: DraftRow) -> list[DraftItem]:
    return [*row.objectives, *row.effects]


def axis_number(code: str) -> int:
    """1 for A1.G2.O3."""
    digits = code.split(".")[0].lstrip("A")
    return int(digits) if digits.isdecimal() else 0


def _of_axis(axis: DraftAxis, limit: int) -> Iterator[Section]:
    generals = axis.general_objectives
    if sum(_size(general) for general in generals) <= limit:
        yield Section(axis, [Block(general, general.rows) for general in generals])
        return
    for general in generals:
        parts = list(_chunks(general.rows, limit))
        for number, rows in enumerate(parts, 1):
            yield Section(axis, [Block(general, rows)], number if len(parts) > 1 else 0)


def _size(general: DraftGeneralObjective) -> int:
    return sum(len(items_of(row)) for row in general.rows)


def _chunks(rows: list[DraftRow], limit: int) -> Iterator[list[DraftRow]]:
    """Whole rows, together under the limit; a row that is larger than it stands alone."""
    chunk: list[DraftRow] = []
    count = 0
    for row in rows:
        size = len(items_of(row))
        if chunk and count + size > limit:
            yield chunk
            chunk, count = [], 0
        chunk.append(row)
        count += size
    yield chunk
