"""A data set as a page shows it: a line for each value, a column for each answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from preau.observatory.indicators.counted import ANSWER
from preau.observatory.opendata.dataset import Dataset, Line


@dataclass(frozen=True, slots=True)
class Grid:
    first: str
    heads: list[str]
    rows: list[tuple[str, list[Line]]]


def grid_of(dataset: Dataset) -> Grid:
    """What is not known comes last, the answer that is looked for comes first."""
    dimensions = dataset.table.dimensions
    others = [place for place, name in enumerate(dimensions) if name != ANSWER]
    answer = dimensions.index(ANSWER) if ANSWER in dimensions else None
    rows: dict[str, dict[str, Line]] = {}
    for line in dataset.lines:
        name = line.labels[others[0]] if others else _("Toute la ville")
        head = dataset.measure.label if answer is None else line.labels[answer]
        rows.setdefault(name, {})[head] = line
    heads = sorted({head for lines in rows.values() for head in lines}, reverse=True)
    first = dataset.headings[dimensions[others[0]]].label if others else _("Où")
    names = sorted(rows, key=lambda name: (name == _("Non connu"), name))
    return Grid(first, heads, [(name, [rows[name][head] for head in heads]) for name in names])
