"""CSV: one for a French spreadsheet, as it opens by a double click; one for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from preau.observatory.disclosure import SENTENCES
from preau.plan.exchange.tables import guarded

from .dataset import SINCE, STATE, Dataset


def spreadsheet_csv(dataset: Dataset) -> bytes:
    """Of any table on screen. Semicolons, UTF-8 with its mark; a hidden figure says why in its place."""
    kept = any(line.is_kept for line in dataset.lines)
    rows = [[each.label for each in dataset.columns] + (["Chiffre du"] if kept else [])]
    for line in dataset.lines:
        why = SENTENCES[line.reason] if line.reason else ""
        row = [*line.labels, why if line.value is None else str(line.value)]
        rows.append([*row, f"{line.on:%d/%m/%Y}"] if kept else row)
    return _written(rows, separator=";").encode("utf-8-sig")


def plain_csv(dataset: Dataset) -> bytes:
    """Open data: commas, UTF-8 without a mark, plain names; a hidden figure is empty and its state says so."""
    dataset.opened()
    rows = [[*(each.name for each in dataset.columns), STATE, SINCE]]
    for line in dataset.lines:
        value = "" if line.value is None else str(line.value)
        rows.append([*line.labels, value, line.state, line.on.isoformat()])
    return _written(rows, separator=",").encode()


def _written(rows: Iterable[list[str]], *, separator: str) -> str:
    stream = StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return stream.getvalue()
