"""A table pasted as text: a line that begins with a tab begins a cell; three titles in a row begin a table."""

from __future__ import annotations

import re

from preau.foundation.documents.model import Paragraph, View
from preau.plan.importing.columns import Column, columns_of
from preau.plan.importing.draft import Leftover
from preau.plan.importing.layout import ARTEFACT, Layout, PlanTable, TableLine

_ARTEFACT = re.compile(r"\[(bookmark|signet|image|picture|if|endif)\b.*\]\Z", re.IGNORECASE)


def flattened_layout(paragraphs: list[Paragraph]) -> Layout:
    """An empty layout when no header of three titles is found."""
    layout = Layout()
    cells = _cells(paragraphs, layout)
    headers = _headers(cells)
    if not headers:
        return layout
    title, before = _take_title(cells[: headers[0][0]])
    layout.leftovers += [Leftover(p.line, _text(p), "Texte placé avant le premier tableau.") for p in before]
    for index, (start, columns) in enumerate(headers):
        end = headers[index + 1][0] if index + 1 < len(headers) else len(cells)
        body = cells[start + len(columns) : end]
        layout.leftovers += [
            Leftover(p.line, _text(p), "Titre de colonne.")
            for cell in cells[start : start + len(columns)]
            for p in cell[:1]
        ]
        body = [cells[start + len(columns) - 1][1:], *body]
        next_title: list[Paragraph] = []
        if index + 1 < len(headers):
            next_title, _ = _take_title(body)
        stray = body.pop(0)
        layout.leftovers += [Leftover(p.line, _text(p), "Texte sous les titres de colonnes.") for p in stray]
        layout.tables.append(PlanTable(title, _lines(body, columns)))
        title = next_title
    return layout


def _cells(paragraphs: list[Paragraph], layout: Layout) -> list[list[Paragraph]]:
    cells: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        text = paragraph.text(View.MARKED)
        if text.startswith("\t") or text.lstrip(" ").startswith("\t"):
            cells.append([])
        if _ARTEFACT.match(text.strip()):
            layout.leftovers.append(Leftover(paragraph.line, text.strip(), ARTEFACT))
        elif text.strip():
            cells[-1].append(paragraph)
    return cells


def _headers(cells: list[list[Paragraph]]) -> list[tuple[int, list[Column]]]:
    """Where titles of columns stand in a row of cells, and what they are."""
    found: list[tuple[int, list[Column]]] = []
    index = 0
    while index < len(cells):
        for width in (5, 4, 3, 2):
            titles = [_text(cell[0]) if cell else "" for cell in cells[index : index + width]]
            columns = columns_of(titles) if len(titles) == width else None
            if columns and columns[0] is not Column.OTHER and columns[-1] is not Column.OTHER:
                found.append((index, columns))
                index += width - 1
                break
        index += 1
    return found


def _take_title(cells: list[list[Paragraph]]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The last paragraph before a header is the title of its axis: it is taken out of the cell where it hides.

    Gives the title, and what else those cells hold.
    """
    for cell in reversed(cells):
        if cell:
            return ([], []) if cell[-1].bullet else ([cell.pop()], [p for kept in cells for p in kept])
    return [], []


def _lines(cells: list[list[Paragraph]], columns: list[Column]) -> list[TableLine]:
    lines = []
    for start in range(0, len(cells), len(columns)):
        row = dict(zip(columns, cells[start : start + len(columns)], strict=False))
        general = row.get(Column.GENERAL) or None
        line = TableLine(
            general, row.get(Column.OBJECTIVES, []), row.get(Column.EFFECTS, []), row.get(Column.OTHER, [])
        )
        if line.general or line.objectives or line.effects or line.extra:
            lines.append(line)
    return lines


def _text(paragraph: Paragraph) -> str:
    return paragraph.text(View.MARKED).strip()
