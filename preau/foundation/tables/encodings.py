"""Which characters the bytes of a table stand for: the whole file is looked at, a piece at a time."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import BinaryIO

from preau.foundation.documents.encodings import likeliest, told_encoding
from preau.foundation.documents.errors import UnreadableDocument
from preau.foundation.tables.errors import refusal

MIXED = "preau.cp1252"
"""The error handler for a UTF-8 file in which somebody pasted lines of an older encoding."""
_PIECE = 1 << 20
_HEAD = 4096
_ENOUGH = 1 << 16
_FOREIGN = re.compile(rb"[\x80-\xff]+")
_MOSTLY_UTF8 = 4
"""How many letters must be well encoded for each that is not, for the file to be UTF-8 all the same."""


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(MIXED, _as_cp1252)


def encoding_of(path: Path) -> tuple[str, str]:
    """The encoding, and the error handler it needs. Raises UnreadableTable for what is not text."""
    with path.open("rb") as file:
        if told := told_encoding(_even(file.read(_HEAD))):
            return told, "replace"
        file.seek(0)
        foreign, well, badly = _survey(file)
    if not badly:
        return "utf-8", MIXED  # a last letter cut in two is no reason to refuse
    if well >= _MOSTLY_UTF8 * badly:
        return "utf-8", MIXED
    try:
        return likeliest(foreign), "replace"
    except UnreadableDocument as error:
        raise refusal("unknown_encoding") from error


def _even(head: bytes) -> bytes:
    return head[: len(head) // 2 * 2]


def _survey(file: BinaryIO) -> tuple[bytes, int, int]:
    """Bytes beyond ASCII, and how many letters beyond ASCII are UTF-8 and are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    foreign = bytearray()
    well = badly = 0
    while piece := file.read(_PIECE):
        if b"\0" in piece:
            raise refusal("binary")
        if piece.isascii():
            decoder.decode(piece)
            continue
        if len(foreign) < _ENOUGH:
            foreign += b"".join(_FOREIGN.findall(piece))[:_ENOUGH]
        letters = decoder.decode(piece)
        wrong = letters.count("\ufffd")
        badly += wrong
        well += sum(not letter.isascii() for letter in letters) - wrong
    return bytes(foreign), well, badly
