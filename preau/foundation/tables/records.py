"""Lines of a CSV put together as records: a quoted text may cover several of them, unless it is never closed."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from preau.foundation.tables.headers import Numbered

LONGEST_LINE = 4_000_000
"""Characters of a line, and of a record. The outline of a town is one cell."""
_MOST_LINES = 200
"""How many lines one record may cover: a description of an event has a few dozen."""
_BROKEN = "Un guillemet ouvert sur cette ligne n’est pas refermé au bon endroit : ses cellules ne sont pas sûres."

csv.field_size_limit(LONGEST_LINE)


def records(lines: Iterable[str], separator: str, width: int, *, first: int = 1) -> Iterator[Numbered]:
    """Each record with its number, from ``first`` on.

    A quote that is never closed would swallow what follows: only its own line is given up, with a reason, and the
    reading goes on at the next one. The same when a record of several lines has not the usual ``width``, or when
    letters follow its closing quote: two quotes left open met by chance.
    """
    feed = _Feed(lines)
    number = first - 1
    while True:
        try:
            for cells in csv.reader(feed, delimiter=separator):
                if len(feed.taken) > 1:
                    _check_long(feed.taken, separator, cells, width)
                number += 1
                yield number, cells, ""
                feed.taken.clear()
        except (_NeverClosed, csv.Error):
            number += 1
            yield number, [cell.strip(' "\r\n') for cell in feed.give_back().split(separator)], _BROKEN
        else:
            return


class _NeverClosed(Exception):
    pass


def _check_long(lines: list[str], separator: str, cells: list[str], width: int) -> None:
    if width > 1 and len(cells) != width:
        raise _NeverClosed
    next(csv.reader(lines, delimiter=separator, strict=True))


class _Feed:
    """Gives lines to the CSV reader and remembers those of the record under way, so that they can be read again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES or (self.taken and sum(map(len, self.taken)) > LONGEST_LINE):
            raise _NeverClosed
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            if self.taken:
                raise _NeverClosed
            raise StopIteration
        self.taken.append(line)
        return line

    def give_back(self) -> str:
        """The first line of the record under way; the others will be read again."""
        first, *others = self.taken
        self._again.extendleft(reversed(others))
        self.taken.clear()
        return first
