"""A document as running text, in one view of its tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Block, Cell, Paragraph, Row, SourceDocument, Table, View


def document_text(document: SourceDocument, view: View) -> str:
    """All the text of the body in that view, one line per paragraph, the cells of tables in reading order."""
    return "\n".join(paragraph_texts(document.blocks, view))


def paragraph_texts(blocks: Iterable[Block], view: View) -> list[str]:
    """The text of each paragraph of that view, empty ones included.

    A paragraph without its mark runs on into the next one. Before a table or at the end of a cell there is no next
    one: what is left of it stands alone, and disappears when nothing is left.
    """
    return list(_paragraphs(blocks, view))


def _paragraphs(blocks: Iterable[Block], view: View) -> Iterator[str]:
    running = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            running += block.text(view)
            if block.has_mark(view):
                yield running
                running = ""
            continue
        if running:
            yield running
            running = ""
        yield from _table(block, view)
    if running:
        yield running


def _table(table: Table, view: View) -> Iterator[str]:
    for cell in (cell for row in table.rows if _is_in(row, view) for cell in row.cells if _is_in(cell, view)):
        yield from _paragraphs(cell.blocks, view)


def _is_in(part: Row | Cell, view: View) -> bool:
    return part.revision is None or part.revision.is_in(view)
