"""CSV: one for a French spreadsheet, as it opens by a double click; one for programs."""

from __future__ import annotations

from preau.foundation.tables.french import french_csv, separated
from preau.observatory.disclosure import SENTENCES

from .dataset import SINCE, STATE, Dataset


def spreadsheet_csv(dataset: Dataset) -> bytes:
    """Of any table on screen. Semicolons, UTF-8 with its mark; a hidden figure says why in its place."""
    kept = any(line.is_kept for line in dataset.lines)
    rows = [[each.label for each in dataset.columns] + (["Chiffre du"] if kept else [])]
    for line in dataset.lines:
        why = SENTENCES[line.reason] if line.reason else ""
        row = [*line.labels, why if line.value is None else str(line.value)]
        rows.append([*row, f"{line.on:%d/%m/%Y}"] if kept else row)
    return french_csv(rows)


def plain_csv(dataset: Dataset) -> bytes:
    """Open data: commas, UTF-8 without a mark, plain names; a hidden figure is empty and its state says so."""
    dataset.opened()
    rows = [[*(each.name for each in dataset.columns), STATE, SINCE]]
    for line in dataset.lines:
        value = "" if line.value is None else str(line.value)
        rows.append([*line.labels, value, line.state, line.on.isoformat()])
    return separated(rows, ",").encode()
