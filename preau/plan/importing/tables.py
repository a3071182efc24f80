"""The real three-column table of a Word or ODT file: merged cells, repeated headers, titles in rows of their own."""

from __future__ import annotations

from collections.abc import Iterator

from preau.foundation.documents.model import Block, Cell, Paragraph, Row, SourceDocument, Table, View
from preau.plan.importing.columns import Column, columns_of
from preau.plan.importing.draft import Leftover
from preau.plan.importing.layout import Layout, PlanTable, TableLine

_BETWEEN = "Texte placé hors des tableaux."


def table_layout(document: SourceDocument) -> Layout:
    """An empty list of tables when none of them is a plan's."""
    layout, reader = Layout(), _Reader()
    for block in document.blocks:
        if isinstance(block, Table):
            reader.read(block, layout)
        elif not block.is_empty:
            reader.waiting.append(block)
    reader.leave_waiting(layout)
    return layout


class _Reader:
    """Goes through the blocks in order: paragraphs wait until the table that follows tells what they are."""

    def __init__(self) -> None:
        self.waiting: list[Paragraph] = []
        self.columns: list[Column] | None = None

    def read(self, table: Table, layout: Layout) -> None:
        grid = _grid(table)
        header, columns = _find_header(grid)
        if (
            columns is None
            and self.columns is not None
            and table.column_count == len(self.columns)
            and not self.waiting
        ):
            columns, header = self.columns, -1  # the table goes on after a page break
        if columns is None:
            self._not_a_plan(table, grid, layout)
            return
        self.columns = columns
        titles = self._titles(grid[:header] if header > 0 else [], layout)
        layout.tables.append(PlanTable(titles))
        if header >= 0:
            _column_titles(grid[header], layout)
        self._lines(table, grid, header + 1, columns, layout)

    def _titles(self, above: list[list[Cell | None]], layout: Layout) -> list[Paragraph]:
        """The axis: a full-width row above the header, else the heading, else the last paragraph before the table."""
        inside = [p for row in above for cell in _once(row) for p in paragraphs_of(cell) if not p.is_empty]
        if inside:
            self.leave_waiting(layout)
            return inside[:1] if len(inside) == 1 else inside
        headings = [p for p in self.waiting if p.heading_level is not None]
        title = headings[-1:] or self.waiting[-1:]
        self.waiting = [p for p in self.waiting if p not in title]
        self.leave_waiting(layout)
        return title

    def leave_waiting(self, layout: Layout) -> None:
        layout.leftovers += [Leftover(p.line, p.text(View.MARKED).strip(), _BETWEEN) for p in self.waiting]
        self.waiting = []

    def _not_a_plan(self, table: Table, grid: list[list[Cell | None]], layout: Layout) -> None:
        self.leave_waiting(layout)
        if grid:
            layout.other_titles += [_text_of(cell) for cell in _once(grid[0]) if _text_of(cell)]
        for row in table.rows:
            for cell in row.cells:
                layout.leftovers += [
                    _left(p, "Tableau qui n’est pas celui du projet.") for p in paragraphs_of(cell) if not p.is_empty
                ]

    def _lines(
        self, table: Table, grid: list[list[Cell | None]], start: int, columns: list[Column], layout: Layout
    ) -> None:
        last: dict[Column, Cell | None] = {}
        for number in range(start, len(grid)):
            cells = grid[number]
            if (again := columns_of([_text_of(cell) for cell in cells])) and again == columns:
                _column_titles(cells, layout)
                continue
            alone = _once(cells)
            if len(alone) == 1 and len(columns) > 1 and alone[0].column_span >= len(columns) and _text_of(alone[0]):
                layout.tables.append(PlanTable([p for p in paragraphs_of(alone[0]) if not p.is_empty]))
                last = {}
                continue
            here = dict(zip(columns, cells, strict=False))
            self._axis_column(here, last, layout)
            self._line(here, last, table.rows[number], layout)
            last = here

    def _axis_column(self, here: dict[Column, Cell | None], last: dict[Column, Cell | None], layout: Layout) -> None:
        axis = here.get(Column.AXIS)
        if axis is not None and axis is not last.get(Column.AXIS) and _text_of(axis):
            layout.tables.append(PlanTable([p for p in paragraphs_of(axis) if not p.is_empty]))

    def _line(self, here: dict[Column, Cell | None], last: dict[Column, Cell | None], row: Row, layout: Layout) -> None:
        """One row of the plan; rows that share a merged cell of objectives or effects are one."""
        lines = layout.tables[-1].lines
        shared = any(here.get(c) is not None and here[c] is last.get(c) for c in (Column.OBJECTIVES, Column.EFFECTS))
        general_cell = here.get(Column.GENERAL)
        is_new = general_cell is not None and general_cell is not last.get(Column.GENERAL)
        general = _filled(general_cell) if is_new else []
        if shared and lines and not general:
            line = lines[-1]
        else:
            line = TableLine(general or None, revision=row.revision)
            lines.append(line)
        for column, into in (
            (Column.OBJECTIVES, line.objectives),
            (Column.EFFECTS, line.effects),
            (Column.OTHER, line.extra),
        ):
            cell = here.get(column)
            if cell is not None and cell is not last.get(column):
                into.extend(_filled(cell))
        if not (line.general or line.objectives or line.effects or line.extra):
            lines.remove(line)


def _grid(table: Table) -> list[list[Cell | None]]:
    """Each place of the grid with the cell that covers it: a merged cell is there several times."""
    width = max([table.column_count, *(cell.column + cell.column_span for row in table.rows for cell in row.cells)])
    grid: list[list[Cell | None]] = [[None] * width for _ in table.rows]
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            for below in range(number, min(number + cell.row_span, len(grid))):
                for column in range(cell.column, cell.column + cell.column_span):
                    grid[below][column] = cell
    return grid


def _find_header(grid: list[list[Cell | None]]) -> tuple[int, list[Column] | None]:
    """The row of titles, among the first few."""
    for number, row in enumerate(grid[:4]):
        columns = columns_of([_text_of(cell) for cell in row])
        if columns:
            return number, columns
    return -1, None


def _column_titles(row: list[Cell | None], layout: Layout) -> None:
    layout.leftovers += [
        _left(p, "Titre de colonne.") for cell in _once(row) for p in paragraphs_of(cell) if not p.is_empty
    ]


def _once(row: list[Cell | None]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and not any(cell is other for other in cells):
            cells.append(cell)
    return cells


def _filled(cell: Cell | None) -> list[Paragraph]:
    return [p for p in paragraphs_of(cell) if not p.is_empty] if cell else []


def paragraphs_of(cell: Cell) -> Iterator[Paragraph]:
    """Those of the cell and of the tables inside it."""
    yield from _within(cell.blocks)


def _within(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell)


def _text_of(cell: Cell | None) -> str:
    return " ".join(p.text(View.MARKED).strip() for p in paragraphs_of(cell) if not p.is_empty) if cell else ""


def _left(paragraph: Paragraph, reason: str) -> Leftover:
    return Leftover(paragraph.line, paragraph.text(View.MARKED).strip(), reason)
