"""What a file really is, told by its bytes. Its name may say anything."""

from __future__ import annotations

import re
from enum import StrEnum

from .archive import Archive
from .limits import Limits
from .refusals import refusal

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"MZ\x90\0", "binary"),
    (b"\x7fELF", "binary"),
)
_MARKUP = (
    (re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE), "html"),
    (re.compile(rb"<svg[\s>]"), "picture"),
    (re.compile(rb"<\?xml[\s]"), "xml"),
)
_OLE_STREAMS = (
    ("EncryptedPackage", "password_protected"),
    ("DRMEncryptedDataSpace", "password_protected"),
    ("WordDocument", ""),
    ("Workbook", "spreadsheet"),
    ("PowerPoint Document", "presentation"),
    ("__properties_version1.0", "message"),
)
_WORD_SECTOR, _WORD_MAGIC, _WORD_FLAGS, _WORD_ENCRYPTED = 512, b"\xec\xa5", 10, 0x0100
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_HEAD = 4096


class Kind(StrEnum):
    DOCX = "docx"
    ODT = "odt"
    DOC = "doc"
    TEXT = "text"


def is_zip(data: bytes) -> bool:
    return data.startswith(_ZIP)


def sniff(data: bytes) -> Kind:
    """The kind of a file that is not a zip. Raises a refusal for whatever is not a text document."""
    if data.startswith(_OLE):
        return _ole(data)
    for signature, code in _SIGNATURES:
        if data.startswith(signature):
            raise refusal(code)
    if b"%PDF-" in data[:1024]:
        raise refusal("pdf")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise refusal("picture" if data[8:12] == b"WEBP" else "binary")
    if (data[:2] == b"BM" and data[6:10] == bytes(4)) or data[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1"):
        raise refusal("picture")
    _refuse_markup(data[:_HEAD])
    return Kind.TEXT


def sniff_package(archive: Archive, limits: Limits) -> Kind:
    """The kind of a zip: a Word or OpenDocument text, or a refusal."""
    if "encrypted-package" in archive:
        raise refusal("password_protected")
    if "mimetype" in archive and (media := archive.read("mimetype").decode("ascii", "replace").strip()):
        return _open_document(media)
    if "content.xml" in archive and "META-INF/manifest.xml" in archive:
        return Kind.ODT
    if not archive.find("[Content_Types].xml"):
        raise refusal("archive")
    for folder, code in (("xl/", "spreadsheet"), ("ppt/", "presentation"), ("visio/", "drawing")):
        if any(name.startswith(folder) for name in archive.names) and not archive.find("word/document.xml"):
            raise refusal(code)
    return Kind.DOCX


def _open_document(media: str) -> Kind:
    if not media.startswith(_OPEN_DOCUMENT):
        raise refusal("archive")
    family = media.removeprefix(_OPEN_DOCUMENT)
    if family.startswith("text"):
        return Kind.ODT
    raise refusal({"spr": "spreadsheet", "pre": "presentation"}.get(family[:3], "drawing"))


def _ole(data: bytes) -> Kind:
    """The compound file of older Office: its kind is the name of one of its streams."""
    for stream, code in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            if code:
                raise refusal(code)
            _refuse_locked(data[_WORD_SECTOR : _WORD_SECTOR + 16])
            return Kind.DOC
    raise refusal("binary")


def _refuse_locked(head: bytes) -> None:
    """The header of a Word 97 text ([MS-DOC] 2.5.2), where it stands first, as Word writes it."""
    if head[:2] == _WORD_MAGIC and int.from_bytes(head[_WORD_FLAGS : _WORD_FLAGS + 2], "little") & _WORD_ENCRYPTED:
        raise refusal("password_protected")


def _refuse_markup(head: bytes) -> None:
    start = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    start = start.lstrip()
    if start[:1] != b"<":
        if start[:13].lower() == b"mime-version:":
            raise refusal("html")
        return
    for pattern, code in _MARKUP:
        found = pattern.match(start) or (start.startswith((b"<?xml", b"<!--")) and pattern.search(start))
        if found:
            raise refusal(code)
