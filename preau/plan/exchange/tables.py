"""The plan as a spreadsheet: one line for each item, French headings, opened by a double click."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from preau.foundation.tables.french import french_csv
from preau.plan.exchange.columns import HEADINGS, KINDS, WIDTHS
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState

_BROKEN = {code: None for code in range(32) if chr(code) not in "\t\n"}


def lines_of(snapshot: PlanSnapshot, moment: int) -> Iterator[list[str]]:
    """The headings, then an item a line, in the order of the document."""
    yield list(HEADINGS)
    for item in snapshot.items:
        yield [
            item.code,
            item.uid,
            KINDS[ItemKind(item.kind)],
            item.code.split(".")[0],
            _general(item),
            item.row,
            item.text,
            "\n".join(item.sub_points),
            snapshot.owner_name(item) if item.owner else "",
            item.horizon_on,
            str(moment),
        ]


def write_csv(snapshot: PlanSnapshot, moment: int) -> bytes:
    """Semicolons, UTF-8 with its mark: what a French spreadsheet program opens as it is."""
    return french_csv(lines_of(snapshot, moment))


def write_xlsx(snapshot: PlanSnapshot, moment: int) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projet éducatif"
    for line in lines_of(snapshot, moment):
        sheet.append([cell.translate(_BROKEN) for cell in line])
    cells: list[Any] = [cell for row in sheet.iter_rows() for cell in row]
    cells[0].alignment = Alignment(wrap_text=True, vertical="top")
    for cell in cells:
        cell.data_type = "s"  # a text that begins with "=" is a text
        cell._style = copy(cells[0]._style)  # one style for all: setting it cell by cell takes seconds
    _dress(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _general(item: ItemState) -> str:
    return item.code if item.kind == ItemKind.GENERAL_OBJECTIVE else item.parent if item.row else ""


def _dress(sheet: Worksheet) -> None:
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        head = sheet.cell(1, number)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="F3ECDF")
    sheet.column_dimensions["B"].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
