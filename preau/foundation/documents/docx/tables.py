"""Tables of a Word text, merges resolved: one cell with its spans (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ..model import Block, Cell, Paragraph, Revision, RevisionKind, Row, Table
from ..refusals import refusal
from .inline import Revisions
from .names import child, is_on, number, short, value
from .story import REVISIONS, Story

_WIDEST = 63  # columns, the limit of Word itself
_ENVELOPES = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "mc:Choice"})


@dataclass(slots=True)
class _Draft:
    """A cell whose spans are still growing."""

    column: int
    width: int
    blocks: list[Block] = field(default_factory=list)
    revision: Revision | None = None
    height: int = 1

    def freeze(self) -> Cell:
        return Cell(tuple(self.blocks), self.column, self.height, self.width, self.revision)


@dataclass(slots=True)
class _Grid:
    """The rows read so far, and for each column the cell that may still grow downwards."""

    rows: list[tuple[list[_Draft], Revision | None, bool]] = field(default_factory=list)
    growing: dict[int, _Draft] = field(default_factory=dict)
    width: int = 0


class TableReader:
    def __init__(self, story: Story, read_blocks: Callable[[Element, Revisions], Iterable[Block]]) -> None:
        self._story = story
        self._read_blocks = read_blocks

    def read(self, table: Element, revisions: Revisions) -> Table:
        grid = _Grid()
        for row, around in self._inside(table, "w:tr", revisions):
            self._row(row, around, grid)
        rows = (Row(tuple(d.freeze() for d in cells), changed, header) for cells, changed, header in grid.rows)
        return Table(tuple(rows), grid.width)

    def _inside(self, parent: Element, wanted: str, revisions: Revisions) -> Iterator[tuple[Element, Revisions]]:
        """The rows of a table or the cells of a row, through content controls and block-level revisions."""
        for element in parent:
            name = short(element)
            if name == wanted:
                yield element, revisions
            elif name in _ENVELOPES or name == "mc:AlternateContent":
                yield from self._inside(element, wanted, revisions)
            elif name in REVISIONS:
                yield from self._inside(element, wanted, (*revisions, self._story.revision(element)))
            else:
                self._story.mark_range(element)

    def _row(self, row: Element, revisions: Revisions, grid: _Grid) -> None:
        properties = child(row, "trPr")
        column = min(max(number(child(properties, "gridBefore")) or 0, 0), _WIDEST)
        drafts: list[_Draft] = []
        grown: dict[int, _Draft] = {}
        for cell, changes in self._inside(row, "w:tc", revisions):
            fresh = _Draft(column, min(max(number(_property(cell, "gridSpan")) or 1, 1), _WIDEST))
            column += fresh.width
            draft = self._cell(cell, changes, fresh, drafts, grid.growing)
            if _property(cell, "vMerge") is not None:
                grown[draft.column] = draft
        grid.growing = grown
        grid.width = max(grid.width, column)
        changed = self._row_revision(properties) or next(iter(revisions[-1:]), None)
        grid.rows.append((drafts, changed, is_on(child(properties, "tblHeader"))))

    def _cell(
        self, cell: Element, revisions: Revisions, fresh: _Draft, row: list[_Draft], growing: dict[int, _Draft]
    ) -> _Draft:
        """The draft that holds this cell: ``fresh``, added to ``row``, or the one that it is merged into."""
        self._count()
        blocks = list(self._read_blocks(cell, revisions))
        if row and _continues(_property(cell, "hMerge")):
            row[-1].width += fresh.width
            return self._cover(row[-1], blocks)
        if fresh.column in growing and _continues(_property(cell, "vMerge")):
            growing[fresh.column].height += 1
            return self._cover(growing[fresh.column], blocks)
        fresh.blocks = blocks
        fresh.revision = self._cell_revision(child(cell, "tcPr"))
        row.append(fresh)
        return fresh

    def _cover(self, draft: _Draft, blocks: list[Block]) -> _Draft:
        """A covered cell should be empty. Where it is not, its text is kept in the cell that covers it."""
        if any(not isinstance(block, Paragraph) or not block.is_empty for block in blocks):
            draft.blocks.extend(blocks)
            self._story.hidden_cells += 1
        return draft

    def _count(self) -> None:
        self._story.cells_left -= 1
        if self._story.cells_left < 0:
            raise refusal("too_complex")

    def _row_revision(self, properties: Element | None) -> Revision | None:
        return next((self._story.revision(e) for e in _named(properties, "w:del", "w:ins")), None)

    def _cell_revision(self, properties: Element | None) -> Revision | None:
        """A tracked merge takes the covered cell away; a tracked split brings one."""
        for change in _named(properties, "w:cellDel", "w:cellIns", "w:cellMerge"):
            if short(change) != "w:cellMerge":
                return self._story.revision(change)
            covered_now, covered_before = (value(change, name) == "cont" for name in ("vMerge", "vMergeOrig"))
            if covered_now != covered_before:
                kind = RevisionKind.DELETION if covered_now else RevisionKind.INSERTION
                return self._story.revision(change, kind)
        return None


def _property(cell: Element, name: str) -> Element | None:
    return child(child(cell, "tcPr"), name)


def _named(parent: Element | None, *names: str) -> Iterator[Element]:
    return (element for element in (parent if parent is not None else ()) if short(element) in names)


def _continues(merge: Element | None) -> bool:
    return merge is not None and (value(merge) or "continue") == "continue"
