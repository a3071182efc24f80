"""The one door: a file in, a table out, or a sentence that says why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from preau.foundation.tables.delimited import read_delimited
from preau.foundation.tables.errors import refusal
from preau.foundation.tables.listed import read_listed
from preau.foundation.tables.model import Table
from preau.foundation.tables.sniffing import TableKind, kind_of
from preau.foundation.tables.workbooks import read_workbook


def open_table(path: Path, name: str = "", *, json_paths: Sequence[str] = ()) -> Table:
    """The table of this file, whatever its name says: CSV, JSON, GeoJSON, Excel or LibreOffice.

    ``json_paths``: where the lines of a JSON file may be, in order of preference; the usual places come after.
    Raises UnreadableTable, now or while the rows are read. The table holds the file open until it is closed.
    """
    try:
        kind = kind_of(path)
        if kind is TableKind.CSV:
            return read_delimited(path)
        return read_listed(path, json_paths) if kind is TableKind.JSON else read_workbook(path, kind)
    except FileNotFoundError as error:
        raise refusal("missing") from error
    except IsADirectoryError as error:
        raise refusal("folder") from error
    except PermissionError as error:
        raise refusal("forbidden") from error
