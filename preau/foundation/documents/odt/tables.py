"""Tables of an OpenDocument text, repetitions written out and covered cells left out (1.3, 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from ..model import Block, Cell, Revision, Row, Table, View
from ..rendering import paragraph_texts
from .names import count, short
from .story import Story

_WIDEST = 256
_LONGEST = 10_000
_CHARACTERS_A_CELL = 100
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


class TableReader:
    def __init__(self, story: Story, read_blocks: Callable[[Element, tuple[Revision, ...]], Iterable[Block]]) -> None:
        self._story = story
        self._read_blocks = read_blocks

    def read(self, table: Element, revisions: tuple[Revision, ...] = ()) -> Table:
        rows: list[Row] = []
        width = 0
        for element, is_header in _rows(table, False):
            cells, reach = self._cells(element, revisions)
            width = max(width, reach)
            times = count(element, "table:number-rows-repeated", _LONGEST)
            self._repeat(times, [block for cell in cells for block in cell.blocks], max(reach, 1))
            rows.extend([Row(cells, revisions[-1] if revisions else None, is_header)] * times)
        return Table(tuple(_shortened(row, len(rows) - index) for index, row in enumerate(rows)), width)

    def _cells(self, row: Element, revisions: tuple[Revision, ...]) -> tuple[tuple[Cell, ...], int]:
        """The cells that start in this row, and the number of columns that it reaches."""
        cells: list[Cell] = []
        column = 0
        for element in (child for child in row if short(child) in _CELLS):
            times = min(count(element, "table:number-columns-repeated", _WIDEST), max(_WIDEST - column, 1))
            blocks = tuple(self._read_blocks(element, revisions))
            self._story.take_cells(1)
            self._repeat(times, blocks, 1)
            if short(element) == "table:table-cell":
                cells.extend(_cell(element, blocks, column + index) for index in range(times))
            column += times
        return tuple(cells), column

    def _repeat(self, times: int, blocks: Iterable[Block], cells: int) -> None:
        """A repetition costs by what it repeats, so that a few bytes can't ask for gigabytes of text."""
        if times > 1:
            weight = sum(map(len, paragraph_texts(blocks, View.MARKED))) // _CHARACTERS_A_CELL
            self._story.take_cells((times - 1) * (cells + weight))


def _cell(element: Element, blocks: tuple[Block, ...], column: int) -> Cell:
    height = count(element, "table:number-rows-spanned", _LONGEST)
    return Cell(blocks, column, height, count(element, "table:number-columns-spanned", _WIDEST))


def _rows(parent: Element, is_header: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent:
        name = short(element)
        if name == "table:table-row":
            yield element, is_header
        elif name in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(element, is_header or name == "table:table-header-rows")


def _shortened(row: Row, left: int) -> Row:
    """No cell reaches below the last row."""
    if all(cell.row_span <= left for cell in row.cells):
        return row
    return replace(row, cells=tuple(replace(cell, row_span=min(cell.row_span, left)) for cell in row.cells))
