"""What may be shown. Only this library makes it: who holds a ``SafeTable`` holds figures that were protected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from .model import Table
from .reasons import Reason

_SEAL: Final = object()


class Unsealed(TypeError):
    """Somebody makes by hand what only the protection of a publication gives."""


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` None: hidden, and ``reason`` says why. ``since``: the figure of an earlier date, kept as it was."""

    value: int | None
    reason: Reason | None = None
    since: date | None = None

    @property
    def is_hidden(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True, eq=False)
class SafeTable:
    """``figures``: the label of each dimension → its figure. ``step``: 1, or what all is rounded to."""

    series: str
    day: date
    dimensions: Table
    figures: Mapping[tuple[str, ...], Figure]
    step: int
    seal: object

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise Unsealed("A table is shown once it has been protected.")

    def __getitem__(self, labels: tuple[str, ...]) -> Figure:
        return self.figures[labels]

    @property
    def hidden(self) -> int:
        return sum(figure.is_hidden for figure in self.figures.values())


@dataclass(frozen=True, slots=True, eq=False)
class Safe:
    """All the tables of a publication, with their margins; () is the total."""

    series: str
    day: date
    tables: Mapping[Table, SafeTable]
    seal: object

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise Unsealed("A publication is shown once it has been protected.")

    def table(self, *names: str) -> SafeTable:
        return self.tables[tuple(sorted(names))]


def renamed(table: SafeTable, names: Mapping[str, Mapping[str, str]]) -> SafeTable:
    """The same figures under the labels that people read: dimension → label → label. Two never become one."""
    figures = {
        tuple(names.get(name, {}).get(label, label) for name, label in zip(table.dimensions, labels, strict=True)): each
        for labels, each in table.figures.items()
    }
    if len(figures) < len(table.figures):
        raise ValueError("Two labels are given the same name.")
    return SafeTable(table.series, table.day, table.dimensions, figures, table.step, _SEAL)


def sealed_table(
    series: str, day: date, dimensions: Table, figures: Mapping[tuple[str, ...], Figure], step: int = 1
) -> SafeTable:
    """For this library alone."""
    return SafeTable(series, day, dimensions, figures, step, _SEAL)


def sealed(series: str, day: date, tables: Mapping[Table, SafeTable]) -> Safe:
    """For this library alone."""
    return Safe(series, day, tables, _SEAL)
