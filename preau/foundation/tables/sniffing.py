"""What a file really is, told by its bytes: its name may say anything."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import Path

from preau.foundation.documents.errors import UnreadableDocument
from preau.foundation.documents.sniffing import is_zip, sniff
from preau.foundation.tables.errors import SENTENCES, refusal

_HEAD = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_FAMILIES = {"spr": "", "tex": "word", "pre": "presentation", "gra": "drawing"}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class TableKind(StrEnum):
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


def kind_of(path: Path) -> TableKind:
    """Raises UnreadableTable for whatever is not a table."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if not head:
            raise refusal("empty_file")
        if is_zip(head):
            return _package(path)
        return _plain(head + file.read() if head.startswith(_OLE) else head)


def _plain(data: bytes) -> TableKind:
    try:
        sniff(data)
    except UnreadableDocument as error:
        if error.code == "spreadsheet":
            return TableKind.XLS
        raise refusal(error.code if error.code in SENTENCES else "binary") from error
    if data.startswith(_OLE):
        raise refusal("word")
    return TableKind.JSON if _begins_json(data) else TableKind.CSV


def _begins_json(head: bytes) -> bool:
    for mark in _BOMS:
        head = head.removeprefix(mark)
    start = head.replace(b"\0", b"").lstrip()
    return start[:1] == b"{" or (start[:1] == b"[" and start[1:].lstrip()[:1] in (b"{", b"]", b"["))


def _package(path: Path) -> TableKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            media = archive.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise refusal("broken_workbook") from error
    if media.startswith(_OPEN_DOCUMENT):
        return _open_document(media.removeprefix(_OPEN_DOCUMENT), names)
    return _office(names)


def _open_document(family: str, names: set[str]) -> TableKind:
    if "encrypted-package" in names:
        raise refusal("password_protected")
    if code := _FAMILIES.get(family[:3], "drawing"):
        raise refusal(code)
    return TableKind.ODS


def _office(names: set[str]) -> TableKind:
    if "xl/workbook.xml" in names:
        return TableKind.XLSX
    if "xl/workbook.bin" in names:
        raise refusal("binary_workbook")
    if "word/document.xml" in names:
        raise refusal("word")
    raise refusal("presentation" if "ppt/presentation.xml" in names else "archive")
