"""What a test compares: the outline of a table or a paragraph, without what it does not speak about."""

from __future__ import annotations

from preau.foundation.documents.model import Paragraph, Revision, Run, Table, View

type Shape = list[list[tuple[int, int, int, str]]]


def grid(table: Table, view: View = View.MARKED) -> Shape:
    """For each row its cells as (column, row span, column span, text)."""
    return [
        [(cell.column, cell.row_span, cell.column_span, cell_text(cell.blocks, view)) for cell in row.cells]
        for row in table.rows
    ]


def cell_text(blocks: tuple, view: View = View.MARKED) -> str:
    return "|".join(block.text(view) if isinstance(block, Paragraph) else "[table]" for block in blocks)


def marked(runs: tuple[Run, ...]) -> list[tuple[str, list[str]]]:
    return [(run.text, [sentence(revision) for revision in run.revisions]) for run in runs]


def sentence(revision: Revision) -> str:
    return f"{revision.kind.value} by {revision.author}"
