"""What a file really is, told by its bytes: its name and the browser's word count for nothing."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from preau.foundation.documents.archive import Archive
from preau.foundation.documents.errors import UnreadableDocument
from preau.foundation.documents.limits import Limits

from .enums import FileKind

_SIGNATURES = (
    (b"%PDF-", FileKind.PDF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
)
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": FileKind.ODT,
    "application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
}
_OFFICE = (("word/document.xml", FileKind.DOCX), ("xl/workbook.xml", FileKind.XLSX))
_PROGRAM = re.compile(r"(?i)(^|/)(vbaProject\.bin|vbaData\.xml|Basic/|Scripts/|activeX/)")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = re.compile(r"\A\s*<(!doctype|html|head|body|script|svg|\?xml|!--)", re.IGNORECASE)
_DELIMITED = re.compile(r"[^\n]*[;,\t][^\n]*")


@dataclass(frozen=True, slots=True)
class Content:
    """``kind`` is None for what is not accepted; ``holds_program``: macros or scripts travel with the document."""

    kind: FileKind | None
    holds_program: bool = False


def recognise(data: bytes) -> Content:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return Content(kind)
    if data.startswith(_ZIP):
        return _package(data)
    return Content(_text(data))


def _package(data: bytes) -> Content:
    """A zip is opened with hard limits and only its table of contents and its type are read."""
    try:
        archive = Archive(data, Limits())
        names = list(archive.names)
        if "mimetype" in archive:
            kind = _OPEN_DOCUMENT.get(archive.read("mimetype").decode("ascii", "replace").strip())
        elif archive.find("[Content_Types].xml"):
            kind = next((kind for part, kind in _OFFICE if archive.find(part)), None)
        else:
            kind = None
    except UnreadableDocument:
        return Content(None)
    return Content(kind, any(_PROGRAM.search(name) for name in names))


def _text(data: bytes) -> FileKind | None:
    """Text is what decodes, holds no control character and is not a web page."""
    words = _decoded(data)
    if words is None or _CONTROLS.search(words) or _MARKUP.match(words):
        return None
    first = words.lstrip().split("\n", 1)[0]
    return FileKind.CSV if _DELIMITED.fullmatch(first) else FileKind.TEXT


def _decoded(data: bytes) -> str | None:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
