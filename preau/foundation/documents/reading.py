"""The one door: bytes in, a source document out, or a sentence that says why not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from .archive import Archive
from .contents import Contents, with_quotes
from .docx import read_docx
from .legacy_doc import convert_to_docx
from .limits import Limits
from .markup import Calendar
from .model import Paragraph, SourceDocument
from .odt import read_odt
from .plaintext import read_plaintext
from .refusals import refusal
from .sniffing import Kind, is_zip, sniff, sniff_package

_READERS = {Kind.DOCX: read_docx, Kind.ODT: read_odt}
_CONVERTED = "Ce document au format Word d’avant 2007 (.doc) a été converti par LibreOffice avant d’être lu."


def read(
    data: bytes,
    name: str,
    *,
    now: datetime | None = None,
    office: str | None = None,
    limits: Limits | None = None,
    bookmarks: str = "",
) -> SourceDocument:
    """The document in these bytes, whatever its name says.

    ``now``: dates of changes and comments after it (and a day) are not believed. ``office``: the LibreOffice program
    for .doc files; None looks for it, "" goes without. ``bookmarks``: prefix of the names of those to keep.
    Raises :class:`UnreadableDocument`. Leaves no file behind.
    """
    limits = limits or Limits()
    try:
        kind, contents = _read(data, Calendar(now), office, limits, bookmarks)
    except RecursionError as error:
        raise refusal("too_deep") from error
    document = SourceDocument(
        name=name,
        format=kind.value,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=contents.blocks,
        comments=contents.comments,
        asides=contents.asides,
        encoding=contents.encoding,
        notes=contents.notes,
    )
    _refuse_blank(document, contents.pictures)
    return with_quotes(document)


def _read(data: bytes, calendar: Calendar, office: str | None, limits: Limits, bookmarks: str) -> tuple[Kind, Contents]:
    if not data:
        raise refusal("empty_file")
    if len(data) > limits.package:
        raise refusal("too_big")
    kind = None if is_zip(data) else sniff(data)
    if kind is Kind.TEXT:
        return kind, _read_text(data, limits)
    if kind is Kind.DOC:
        converted = convert_to_docx(data, office=office, seconds=limits.office_seconds)
        contents = _read_package(converted, calendar, limits, bookmarks)[1]
        return kind, _noted(contents)
    return _read_package(data, calendar, limits, bookmarks)


def _read_text(data: bytes, limits: Limits) -> Contents:
    if len(data) > limits.text:
        raise refusal("too_big")
    return read_plaintext(data)


def _read_package(data: bytes, calendar: Calendar, limits: Limits, bookmarks: str) -> tuple[Kind, Contents]:
    archive = Archive(data, limits)
    kind = sniff_package(archive, limits)
    return kind, _READERS[kind](archive, limits, calendar, bookmarks)


def _noted(contents: Contents) -> Contents:
    return replace(contents, notes=(_CONVERTED, *contents.notes))


def _refuse_blank(document: SourceDocument, pictures: int) -> None:
    """An empty table is still something to read: its columns."""
    if not document.asides and all(isinstance(block, Paragraph) and block.is_empty for block in document.blocks):
        raise refusal("only_pictures" if pictures else "blank")
