"""The lines that will be written, between the reading and the writing: on disk, so that memory stays small."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """A line understood. ``pk`` is the row that it changes, 0 for one that will be created."""

    line: int
    key: str
    fingerprint: str
    fields: dict[str, Any]
    pk: int = 0

    def at(self, pk: int) -> Item:
        return replace(self, pk=pk)


class Spool:
    """Written once, then read once; it disappears with the program, however that ends."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="preau-import-")  # noqa: SIM115  closed by close()
        self._count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, item: Item) -> None:
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Item]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301  a file without a name, that nobody else can open
