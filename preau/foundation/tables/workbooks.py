"""Excel and LibreOffice workbooks: the first sheet that holds a table."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from preau.foundation.tables.errors import refusal
from preau.foundation.tables.headers import Numbered, rows_under, split_header
from preau.foundation.tables.model import Table
from preau.foundation.tables.sniffing import TableKind

_MOST_UNPACKED = 600_000_000  # bytes of all parts
_MOST_RATIO = 500  # unpacked over packed, beyond the floor
_RATIO_FLOOR = 20_000_000
_MOST_CELLS = 12_000_000
"""Of the rectangle that a sheet covers: a national file of 70,000 lines and 76 columns has 5 million."""
_REFERENCE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_PIECE = 1 << 20


def read_workbook(path: Path, kind: TableKind) -> Table:
    if kind is not TableKind.XLS:
        _weigh(path, kind)
    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise refusal("password_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise refusal("broken_workbook") from error
    try:
        return _table(book, kind)
    except BaseException:
        book.close()
        raise


def _table(book: CalamineWorkbook, kind: TableKind) -> Table:
    sheets = _filled(book)
    if not sheets:
        raise refusal("no_sheet")
    sheet = sheets[0]
    read = _Reading(sheet)
    header, rest = split_header(read.lines())
    table = Table(kind.value, header.columns, rows_under(header, rest), sheet=sheet.name, notes=header.notes)
    table.share, table.close = read.share, book.close
    if len(sheets) > 1:
        others = ", ".join(f"« {each.name} »" for each in sheets[1:])
        table.remark(f"Seule la feuille « {sheet.name} » est lue ; ce classeur contient aussi {others}.")
    return table


def _filled(book: CalamineWorkbook) -> list[CalamineSheet]:
    """Visible sheets that hold at least a header and a line, or failing that any that holds something."""
    names = [
        each.name
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
    ]
    try:
        sheets = [sheet for sheet in map(book.get_sheet_by_name, names) if sheet.height]
    except (CalamineError, ValueError) as error:
        raise refusal("broken_workbook") from error
    return [sheet for sheet in sheets if sheet.height > 1] or sheets


class _Reading:
    def __init__(self, sheet: CalamineSheet) -> None:
        self.sheet, self.read = sheet, 0

    def lines(self) -> Iterator[Numbered]:
        """``iter_rows`` begins at the first line of the sheet, empty or not."""
        for number, cells in enumerate(self.sheet.iter_rows(), 1):
            self.read = number
            yield number, [_cell(each) for each in cells], ""

    def share(self) -> float:
        return min(1.0, self.read / max(1, self.sheet.total_height))


def _cell(value: Any) -> Any:
    """A length of time is told as a spreadsheet shows it; all the rest keeps its type."""
    return str(value) if isinstance(value, timedelta) else value


def _weigh(path: Path, kind: TableKind) -> None:
    """Refuses a workbook that would fill the memory: parts that swell, or a lone cell at the end of the world."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            unpacked, packed = sum(each.file_size for each in parts), sum(each.compress_size for each in parts)
            if unpacked > _MOST_UNPACKED or (unpacked > _RATIO_FLOOR and unpacked > packed * _MOST_RATIO):
                raise refusal("workbook_bomb")
            for part in parts:
                if kind is TableKind.XLSX and re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename):
                    _measure(archive, part)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise refusal("broken_workbook") from error


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    last_column = last_row = 0
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            piece = rest + piece
            for letters, row in _REFERENCE.findall(piece):
                last_column, last_row = max(last_column, _column(letters)), max(last_row, int(row))
            rest = piece[-200:]
    if last_column * last_row > _MOST_CELLS:
        raise refusal("huge_workbook")


def _column(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
