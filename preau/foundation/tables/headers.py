"""The names of columns, and the lines that they give a name to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from preau.foundation.tables.converters import text
from preau.foundation.tables.errors import refusal
from preau.foundation.tables.model import Row

type Cells = Sequence[Any]
type Numbered = tuple[int, Cells, str]
"""The number of a line, its cells, and what is broken in it ("" for a sound line)."""

_FIRST_LINES = 40
"""How many lines may stand before the header, and how many are looked at to know how wide the table is."""
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_VALUE = re.compile(r"-?\d{3,}|-?\d+[.,]\d+|\d{4}-\d\d-\d\d.*|\d{1,2}/\d{1,2}/\d{2,4}.*")
_YEAR = re.compile(r"(19|20)\d\d")
_MOST_VALUES = 0.25
"""Beyond this share of numbers and dates, a line is no header. Years are allowed: tables of figures have them."""


@dataclass(slots=True)
class Header:
    """``names``: one for each column, "" for a column that nobody named."""

    names: tuple[str, ...]
    notes: list[str] = field(default_factory=list)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name)


def split_header(lines: Iterable[Numbered]) -> tuple[Header, Iterator[Numbered]]:
    """The header, and the lines after it. Raises UnreadableTable where no line can be one."""
    lines = iter(lines)
    first = [line for line in islice(lines, _FIRST_LINES) if not is_blank(line[1])]
    if not first:
        raise refusal("blank")
    start = _where(first)
    titles = [" ".join(text(cell).split()) for cell in first[start][1]]
    _refuse_values([title for title in titles if title])
    header = _named(titles)
    if start:
        header.notes.append(f"Les lignes avant les titres de colonnes (ligne {first[start][0]}) n’ont pas été lues.")
    return header, chain(first[start + 1 :], lines)


def rows_under(header: Header, lines: Iterable[Numbered]) -> Iterator[Row]:
    """Each line that holds something, under the names of the header; what has no name is kept as « colonne 7 »."""
    for number, cells, fault in lines:
        if is_blank(cells):
            continue
        values = dict.fromkeys(header.columns, "")
        values.update({name: cell for name, cell in zip(header.names, cells, strict=False) if name})
        values.update(_nameless(header, cells))
        yield Row(number, values, fault or _too_long(header, cells))


def is_blank(cells: Cells) -> bool:
    return not any(_is_filled(cell) for cell in cells)


def _is_filled(cell: Any) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(text(cell)))


def _where(first: list[Numbered]) -> int:
    """The header is the first line about as wide as the table: a title or a date of issue may stand above it."""
    widths = [sum(map(_is_filled, cells)) for _, cells, _ in first]
    usual = sorted(widths)[len(widths) // 2]
    if widths[0] > 1 or usual < 3:
        return 0
    return next(index for index, width in enumerate(widths) if width > usual / 2)


def _refuse_values(titles: list[str]) -> None:
    values = sum(bool(_VALUE.fullmatch(each)) and not _YEAR.fullmatch(each) for each in titles)
    figures = sum(bool(_NUMBER.fullmatch(each)) for each in titles)
    repeats = len(set(titles)) < len(titles)
    if values > len(titles) * _MOST_VALUES or (repeats and figures > len(titles) / 2):
        raise refusal("no_header")
    if len(titles) < 2:
        raise refusal("one_column")


def _named(titles: list[str]) -> Header:
    """A title that comes twice is told apart: « Nom », « Nom (2) »."""
    names: list[str] = []
    for title in titles:
        name, count = title, 1
        while name and name in names:
            count += 1
            name = f"{title} ({count})"
        names.append(name)
    while names and not names[-1]:
        names.pop()
    twice = sorted({title for title in titles if title and titles.count(title) > 1}, key=titles.index)
    notes = [f"La colonne « {title} » est là plusieurs fois : la suivante se lit « {title} (2) »." for title in twice]
    return Header(tuple(names), notes)


def _nameless(header: Header, cells: Cells) -> dict[str, Any]:
    inside = {i for i, name in enumerate(header.names) if name}
    return {f"colonne {i + 1}": cell for i, cell in enumerate(cells) if i not in inside and _is_filled(cell)}


def _too_long(header: Header, cells: Cells) -> str:
    more = sum(map(_is_filled, cells[len(header.names) :]))
    if not more:
        return ""
    return (
        f"Cette ligne a {len(cells)} cellules pour {len(header.names)} colonnes : "
        "il y a sans doute un séparateur ou un guillemet de trop."
    )
