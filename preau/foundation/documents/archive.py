"""The zip around a document, opened in memory with hard limits. Nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable

from .limits import Limits
from .refusals import refusal

_CENTRAL_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError)


class Archive:
    """The parts of a package by name. Only the parts asked for are unpacked: pictures never are."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        # Counted in the bytes, before zipfile builds an object for each entry, whatever the directory claims.
        if data.count(_CENTRAL_ENTRY) > limits.entries:
            raise refusal("too_many_parts")
        self._limits = limits
        self._spent = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise refusal("corrupt_archive") from error
        entries = self._zip.infolist()
        _refuse_tricks(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._spellings = {name.lower(): name for name in self._entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> Iterable[str]:
        return self._entries.keys()

    def find(self, name: str) -> str:
        """The stored spelling of a part name (package names don't depend on case), or ""."""
        return name if name in self._entries else self._spellings.get(name.lower(), "")

    def read(self, name: str) -> bytes:
        """The content of one part, counted byte by byte: the size written in the archive is not believed."""
        entry = self._entries[name]
        if entry.flag_bits & 0x1:
            raise refusal("password_protected")
        if entry.compress_type not in _METHODS:
            raise refusal("corrupt_archive")
        try:
            return self._unpack(entry)
        except _BROKEN as error:
            raise refusal("corrupt_archive") from error

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        with self._zip.open(entry) as stream:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                self._spend(len(piece), size, entry.compress_size)
                pieces.append(piece)
        return b"".join(pieces)

    def _spend(self, piece: int, size: int, packed: int) -> None:
        self._spent += piece
        limits = self._limits
        swollen = size > limits.ratio_floor and size > limits.ratio * max(packed, 1)
        if swollen or size > limits.part or self._spent > limits.parts:
            raise refusal("archive_bomb")


def _refuse_tricks(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if _is_deceptive(entry.orig_filename) or stat.S_ISLNK(entry.external_attr >> 16):
            raise refusal("unsafe_names")
        if entry.filename in seen:
            raise refusal("corrupt_archive")  # two parts of one name: which one would be read is anybody's guess
        seen.add(entry.filename)


def _is_deceptive(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or steps[0] == "" or steps[0].endswith(":") or "\0" in name
