"""A protected table with its words, and its lines in the order of their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from preau.observatory.disclosure import Reason, SafeTable

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}\Z")
STATE, SINCE = "etat", "date_du_chiffre"
"""Columns that each file has after its figure."""


class NotOpen(TypeError):
    """What is given has not been protected, or not rounded: it is not written."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name in a program, in a spreadsheet, and one French sentence that says what it holds."""

    name: str
    label: str
    says: str

    def __post_init__(self) -> None:
        if not _NAME.match(self.name) or not self.label or not self.says:
            raise ValueError("A column has a plain name, a label and a sentence.")


@dataclass(frozen=True, slots=True)
class Line:
    """``value`` None: hidden, for ``reason``. ``on``: the day at which the figure was true."""

    labels: tuple[str, ...]
    value: int | None
    reason: Reason | None
    on: date
    is_kept: bool

    @property
    def state(self) -> str:
        return "masqué" if self.value is None else "gardé" if self.is_kept else "publié"


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """``headings``: dimension → column; ``measure``: the column of figures. ``slug``: the name of the files."""

    slug: str
    title: str
    says: str
    source: str
    licence: str
    table: SafeTable
    headings: Mapping[str, Heading]
    measure: Heading

    def __post_init__(self) -> None:
        if not isinstance(self.table, SafeTable):
            raise NotOpen("Only a table that was protected is written.")
        if set(self.headings) != set(self.table.dimensions):
            raise ValueError("Each dimension has its column.")
        names = [each.name for each in self.columns]
        if len(set(names)) < len(names) or {STATE, SINCE} & set(names):
            raise ValueError("Two columns have the same name.")

    @property
    def columns(self) -> list[Heading]:
        return [*(self.headings[name] for name in self.table.dimensions), self.measure]

    @property
    def lines(self) -> Iterator[Line]:
        for labels, figure in sorted(self.table.figures.items()):
            yield Line(labels, figure.value, figure.reason, figure.since or self.table.day, figure.since is not None)

    def opened(self) -> Dataset:
        """Itself, where it is rounded: what leaves the house as open data always is."""
        if self.table.step < 2:
            raise NotOpen("Open data is rounded before it is written.")
        return self
