"""A spreadsheet that comes back: .xlsx, or .csv in whatever encoding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from preau.foundation.documents.encodings import decode
from preau.foundation.tables.french import unguarded
from preau.plan.exchange import columns as c
from preau.plan.exchange.columns import heading
from preau.plan.exchange.errors import NotThisPlan
from preau.plan.exchange.lines import read_lines
from preau.plan.exchange.returned import ReturnedPlan

_MOST = 60_000
_WIDEST = 64
"""Columns that are looked at. A cell far to the right would make each line thousands of cells wide."""
_HEAVIEST = 20_000_000
"""Bytes, unpacked. A plan of a thousand items takes half a million."""
_HEAD = 20
"""Lines in which the headings are looked for."""
_BROKEN = (
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    zipfile.BadZipFile,
)
"""What openpyxl says of a workbook that is damaged, or made to harm."""


def is_table(data: bytes, name: str) -> bool:
    """By content for workbooks; plain text is a table when its first line has our headings, or its name says so."""
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as package:
                return "xl/workbook.xml" in package.namelist()
        except zipfile.BadZipFile:
            return False
    return name.casefold().endswith(".csv") or (b";" in data[:400] and "Repère".encode() in data[:400])


def read_table(data: bytes) -> ReturnedPlan:
    """Raises NotThisPlan, or UnreadableDocument for bytes that are no text, each with its sentence."""
    if len(data) > _HEAVIEST:
        raise NotThisPlan("too_big_table")
    lines = list(_of_workbook(data) if data.startswith(b"PK") else _of_text(data))
    head = _heading(lines)
    if head is None:
        raise NotThisPlan("no_table")
    names = [heading(cell) for cell in lines[head]]
    return read_lines([dict(zip(names, line, strict=False)) for line in lines[head + 1 :]])


def _heading(lines: list[list[str]]) -> int | None:
    found = (number for number, line in enumerate(lines[:_HEAD]) if {c.KIND, c.TEXT} <= set(map(heading, line)))
    return next(found, None)


def _of_workbook(data: bytes) -> Iterator[list[str]]:
    """The first sheet that has our headings: people put one of their own in front."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _HEAVIEST:
                raise NotThisPlan("too_big_table")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        ours = next((sheet for sheet in book.worksheets if _heading(list(_cells(sheet, _HEAD))) is not None), None)
        lines = list(_cells(ours, _MOST + 1)) if ours is not None else []
    except (*_BROKEN, SyntaxError) as broken:
        raise NotThisPlan("unreadable_table") from broken
    if len(lines) > _MOST:
        raise NotThisPlan("too_big_table")
    yield from lines


def _cells(sheet: Any, most: int) -> Iterator[list[str]]:
    for row in sheet.iter_rows(values_only=True, max_row=most, max_col=_WIDEST):
        yield [_written(cell) for cell in row]


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_text(data: bytes) -> list[list[str]]:
    """By the separator that gives our headings; a title above them has none."""
    text = decode(data).text
    for separator in ";,\t|":
        try:
            lines = list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _MOST + 1))
        except csv.Error as broken:
            raise NotThisPlan("unreadable_table") from broken
        if _heading(lines) is None:
            continue
        if len(lines) > _MOST:
            raise NotThisPlan("too_big_table")
        return [[unguarded(cell) for cell in line] for line in lines]
    return []
