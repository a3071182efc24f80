"""A table as a French spreadsheet program opens it by a double click; and no text of it that the program would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def french_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Semicolons, UTF-8 with its mark."""
    return separated(rows, ";").encode("utf-8-sig")


def separated(rows: Iterable[Sequence[object]], separator: str) -> str:
    """Each cell is guarded; None is an empty one."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerows(["" if cell is None else guarded(str(cell)) for cell in row] for row in rows)
    return stream.getvalue()


def guarded(cell: str) -> str:
    """A spreadsheet program must not run a text that begins like a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) and not _is_number(cell) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(_FORMULA) else cell


def _is_number(cell: str) -> bool:
    """A number below zero is no formula: "-12", "-3,5"."""
    digits = cell[1:].replace(",", "", 1).replace(".", "", 1) if cell[:1] == "-" else ""
    return digits.isascii() and digits.isdigit()
