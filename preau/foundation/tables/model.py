"""A table as it is read: its columns, and its lines one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file. ``number``: as a spreadsheet shows it (1 is the header); in JSON, the rank of the item.

    ``values``: column → what stood there (text, or what JSON or a spreadsheet typed), "" where the line is too short.
    ``fault``: a French sentence when the line itself is broken; then ``values`` holds what could be saved of it.
    """

    number: int
    values: dict[str, Any]
    fault: str = ""


@dataclass(slots=True)
class Table:
    """``rows`` is read once, in bounded memory; it may raise UnreadableTable on the way (a file that was cut off).

    ``notes``: what the reader had to decide, in French, complete once the rows are read. ``share`` tells how much of
    the file was read so far (0 to 1). ``close`` lets go of the file; it is also a context manager.
    """

    format: str
    columns: tuple[str, ...]
    rows: Iterator[Row]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    notes: list[str] = field(default_factory=list)
    share: Callable[[], float] = lambda: 0.0
    close: Callable[[], object] = lambda: None

    def __enter__(self) -> Table:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def remark(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)
