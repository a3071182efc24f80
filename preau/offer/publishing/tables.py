"""The catalogue as a spreadsheet: one line for each entry, French headings, opened by a double click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.utils import translation
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from preau.foundation.tables.french import french_csv
from preau.offer.activities.models import Activity

from .columns import COLUMNS

_BROKEN = {code: None for code in range(32) if chr(code) not in "\t\n"}


def lines_of(activities: Iterable[Activity]) -> Iterator[list[str]]:
    """The headings, then an entry a line. In French, whatever the language of the screen: it is read back so."""
    with translation.override("fr"):
        yield [each.heading for each in COLUMNS]
        for activity in activities:
            yield [column.write(activity).translate(_BROKEN) for column in COLUMNS]


def write_csv(activities: Iterable[Activity]) -> bytes:
    """Semicolons, UTF-8 with its mark: what a French spreadsheet program opens as it is."""
    return french_csv(lines_of(activities))


def write_xlsx(activities: Iterable[Activity]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Activités"
    for line in lines_of(activities):
        sheet.append(line)
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"  # a text that begins with "=" is a text
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        head = sheet.cell(1, number)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="F3ECDF")
    sheet.freeze_panes = "F2"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
