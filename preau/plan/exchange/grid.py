"""The tables of a copy that came back, row by row: which cell stands in which of our three columns. Pure.

Tracked changes are taken as accepted. People widen one cell, add a column for their remarks, cut a table in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from preau.foundation.documents.model import Block, Cell, Paragraph, Row, Table, View
from preau.foundation.text.typography import without_typography
from preau.plan.exchange.cover import COLUMNS
from preau.plan.exchange.marks import is_only_code, uid_of

_NAMES = [without_typography(name).casefold() for name in COLUMNS]
_HEADER_STYLES = frozenset({"plan – en-tête de colonne", "preauentete"})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it reads once every tracked change is taken; a removed paragraph mark has joined two.

    ``uid`` names the item that its hidden mark is of, "" without.
    """

    text: str
    paragraph: Paragraph
    marks: tuple[str, ...]
    uid: str
    author: str
    at: datetime | None
    comment_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells that start in the row, each with our column: 0, 1, 2, None for one that people added.

    ``has_general`` is False where the row's first cell is its own and says nothing.
    """

    cells: list[tuple[int | None, Cell]]
    has_general: bool


@dataclass(slots=True)
class _Span:
    """A cell that reaches below its row. It is no longer there when its row was taken out."""

    column: int
    rows: int
    is_there: bool


def read_grid(table: Table) -> Iterator[GridRow]:
    """The rows that hold something of the plan, without headings and without those taken out."""
    spans: list[_Span] = []
    kinds: list[int | None] = [0, 1, 2]
    for row in table.rows:
        places = _places(row, spans, table.column_count)
        covered = any(span.is_there and places[span.column] == 0 for span in spans)
        is_there = row.revision is None or row.revision.is_in(View.ACCEPTED)
        spans = [_Span(s.column, s.rows - 1, s.is_there) for s in spans if s.rows > 1]
        spans += [_Span(cell.column, cell.row_span - 1, is_there) for cell in row.cells if cell.row_span > 1]
        cells = [(places[cell.column], cell) for cell in row.cells if _is_kept(cell)]
        if not is_there:
            continue
        if _is_header(row):
            kinds = _kinds(cells) or kinds
            continue
        known = [(kinds[place] if place < len(kinds) else None, cell) for place, cell in cells]
        yield GridRow(known, covered or any(column == 0 and _words(cell) for column, cell in known))


def lines_of(paragraphs: list[Paragraph]) -> Iterator[Line]:
    """The paragraphs of one container with every tracked change taken; empty ones are left out.

    A paragraph whose mark is deleted runs on into the next one. Who changed something is told, the last one first.
    """
    together: list[Paragraph] = []
    for paragraph in paragraphs:
        together.append(paragraph)
        if paragraph.has_mark(View.ACCEPTED):
            yield from _line(together)
            together = []
    yield from _line(together)


def paragraphs_of(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Those of the cell, and of tables that somebody nested in it."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found.extend(line for row in block.rows for cell in row.cells for line in paragraphs_of(cell.blocks))
    return found


def _places(row: Row, spans: list[_Span], width: int) -> dict[int, int]:
    """The place of each column of the grid where a cell stands. In a grid of three it is the column itself.

    In a wider one, which a border dragged in one row makes, cells are counted, those that reach down included.
    """
    columns = sorted({*(cell.column for cell in row.cells), *(span.column for span in spans)})
    return {column: column if width == len(COLUMNS) else number for number, column in enumerate(columns)}


def _kinds(cells: list[tuple[int, Cell]]) -> list[int | None] | None:
    """What stands at each place, by the headings; None when they don't say it."""
    names = [_words(cell) for _, cell in sorted(cells, key=lambda pair: pair[0])]
    if not set(_NAMES) <= set(names):
        return None
    return [_NAMES.index(name) if name in _NAMES else None for name in names]


def _is_kept(cell: Cell) -> bool:
    return cell.revision is None or cell.revision.is_in(View.ACCEPTED)


def _is_header(row: Row) -> bool:
    """By its words, else by how it is set, unless something of the plan stands in it."""
    lines = [line for cell in row.cells for line in lines_of(paragraphs_of(cell.blocks))]
    if set(_NAMES) <= {_words(cell) for cell in row.cells}:
        return True
    is_set = bool(lines) and all(line.paragraph.style.casefold() in _HEADER_STYLES for line in lines)
    return (is_set or row.is_header) and not any(line.uid for line in lines)


def _words(cell: Cell) -> str:
    text = " ".join(line.text.strip() for line in lines_of(paragraphs_of(cell.blocks)))
    return without_typography(text).casefold()


def _line(paragraphs: list[Paragraph]) -> Iterator[Line]:
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    kept = [run for run in runs if run.is_in(View.ACCEPTED)]
    text = "".join(run.text for run in kept)
    if not text.strip() or is_only_code(text):
        return
    changes = [revision for run in runs for revision in run.revisions]
    changes += [mark for each in paragraphs if (mark := each.mark_revision) is not None]
    last = changes[-1] if changes else None
    bearer = next(
        (each for each in paragraphs if any(run.text.strip() and run.is_in(View.ACCEPTED) for run in each.runs)), None
    )
    said = [run.bookmarks for run in kept if run.text.strip()]
    yield Line(
        text,
        bearer or paragraphs[0],
        tuple(dict.fromkeys(name for names in said for name in names)),
        _uid(said),
        last.author if last else "",
        last.at if last else None,
        tuple(dict.fromkeys(identifier for run in kept for identifier in run.comment_ids)),
    )


def _uid(said: list[tuple[str, ...]]) -> str:
    """Of the first words that bear an item's mark, the one opened last: one left open above covers them too."""
    for names in said:
        uids = [uid for name in names if (uid := uid_of(name))]
        if uids:
            return uids[-1]
    return ""
