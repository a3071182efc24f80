"""The week as a table: a column by day, a row by hour of beginning, a few titles in each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from django.utils.functional import Promise

from preau.offer.finding.answer import Answer
from preau.offer.finding.entries import Entry
from preau.offer.finding.vocabulary import DAYS

from .wording import hour_words

MOST = 3
"""Titles in a cell; the others are one link away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``query`` is the address of this day and hour alone."""

    entries: list[Entry]
    more: int
    query: str
    hour: str
    day: str | Promise

    @property
    def count(self) -> int:
        return len(self.entries) + self.more


@dataclass(frozen=True, slots=True)
class Hour:
    label: str
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class Day:
    label: str | Promise
    cells: list[Cell]

    @property
    def count(self) -> int:
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Week:
    """The same cells twice: by hour for the table, by day for the list. ``apart`` counts entries without a day."""

    hours: list[Hour]
    days: list[Day]
    apart: int


def week_of(found: Answer) -> Week:
    grid = found.grid()
    days = list(DAYS.items())
    cells = {at: _cell(found, at, numbers, days[at[0]]) for at, numbers in grid.items()}
    hours = sorted({hour for _, hour in cells})
    placed = {number for numbers in grid.values() for number in numbers}
    return Week(
        hours=[Hour(hour_words(time(hour)), [cells.get((day, hour)) for day in range(7)]) for hour in hours],
        days=[
            Day(label, [cells[weekday, hour] for hour in hours if (weekday, hour) in cells])
            for weekday, (_, label) in enumerate(days)
        ],
        apart=found.count - len(placed),
    )


def _cell(found: Answer, at: tuple[int, int], numbers: list[int], day: tuple[str, str | Promise]) -> Cell:
    word, label = day
    narrowed = found.selection.but(days=(word,), hour=at[1], moments=(), view="liste")
    shown = [found.index.entries[number] for number in numbers[:MOST]]
    return Cell(shown, len(numbers) - len(shown), narrowed.query_string, hour_words(time(at[1])), label)
