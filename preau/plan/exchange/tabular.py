"""A spreadsheet that comes back: .xlsx, or .csv in whatever encoding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from preau.foundation.documents.encodings import decode
from preau.foundation.documents.limits import Limits
from preau.plan.exchange import columns as c
from preau.plan.exchange.errors import NotThisPlan
from preau.plan.exchange.returned import ReturnedItem, ReturnedPlan
from preau.plan.exchange.tables import unguarded
from preau.plan.structure.enums import ItemKind

_MOST = 60_000
_BY_LABEL = {label: kind for kind, label in c.KINDS.items()}
_IN_ROWS = (ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_NEEDED = (c.KIND, c.TEXT)


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
    """Raises NotThisPlan with its sentence."""
    lines = list(_of_workbook(data) if data.startswith(b"PK") else _of_text(data))
    if len(lines) > _MOST:
        raise NotThisPlan("too_big_table")
    head = next((number for number, line in enumerate(lines[:20]) if _has_headings(line)), None)
    if head is None:
        raise NotThisPlan("no_table")
    names = [cell.strip() for cell in lines[head]]
    return _Reader().read(dict(zip(names, line, strict=False)) for line in lines[head + 1 :])


def _has_headings(line: list[str]) -> bool:
    return set(_NEEDED) <= {cell.strip() for cell in line}


def _of_workbook(data: bytes) -> Iterator[list[str]]:
    if sum(part.file_size for part in zipfile.ZipFile(BytesIO(data)).infolist()) > Limits().parts:
        raise NotThisPlan("too_big_table")
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
    except (InvalidFileException, KeyError, ValueError, IndexError, OSError, zipfile.BadZipFile) as broken:
        raise NotThisPlan("unreadable_table") from broken
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > _MOST:
            raise NotThisPlan("too_big_table")
        yield [_written(cell) for cell in row]


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_text(data: bytes) -> Iterator[list[str]]:
    text = decode(data).text
    first = text.split("\n", 1)[0]
    separator = max(";,\t|", key=first.count)
    try:
        for line in csv.reader(StringIO(text, newline=""), delimiter=separator):
            yield [unguarded(cell) for cell in line]
    except csv.Error as broken:
        raise NotThisPlan("unreadable_table") from broken


class _Reader:
    def __init__(self) -> None:
        self.plan = ReturnedPlan()
        self.axes: dict[str, int] = {}
        self.generals: dict[str, int] = {}
        self.rows: dict[str, int] = {}

    def read(self, lines: Iterable[dict[str, str]]) -> ReturnedPlan:
        kept = [line for line in lines if line.get(c.TEXT, "").strip()]
        for kind in ItemKind:
            for line in kept:
                if _BY_LABEL.get(line.get(c.KIND, "").strip().casefold()) == kind:
                    self._item(kind, line)
        for line in kept:
            if line.get(c.KIND, "").strip().casefold() not in _BY_LABEL:
                self.plan.leftovers.append(line[c.TEXT].strip())
        return self.plan

    def _item(self, kind: ItemKind, line: dict[str, str]) -> None:
        def cell(name: str) -> str:
            return (line.get(name) or "").strip()

        key = len(self.plan.items)
        in_row = kind in _IN_ROWS
        item = ReturnedItem(
            key=key,
            kind=kind,
            text=cell(c.TEXT).replace("\r\n", "\n"),
            mark=cell(c.UID),
            code=cell(c.CODE),
            axis=self.axes.get(cell(c.AXIS)) if kind != ItemKind.AXIS else None,
            branch=self.generals.get(cell(c.GENERAL)) if in_row else None,
            row=self._row(cell(c.ROW), cell(c.GENERAL)) if in_row else None,
            sub_points=[point.strip() for point in cell(c.POINTS).splitlines() if point.strip()],
            owner=cell(c.OWNER) if c.OWNER in line else None,
            horizon_on=_day(cell(c.HORIZON)) if c.HORIZON in line else None,
        )
        self.plan.items.append(item)
        if cell(c.MOMENT).isdecimal():
            self.plan.moment = int(cell(c.MOMENT))
        if kind == ItemKind.AXIS:
            self.axes[item.code] = key
        elif kind == ItemKind.GENERAL_OBJECTIVE:
            self.generals[item.code] = key

    def _row(self, code: str, general: str) -> int:
        name = code or f"{general}?"
        number = self.rows.setdefault(name, len(self.rows) + 1)
        if code:
            self.plan.row_hints[number] = code
        return number


def _day(text: str) -> str:
    """ISO; what is not a day is kept as it was typed, for a person to see."""
    if found := _FRENCH_DAY.match(text):
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return text
    return text
