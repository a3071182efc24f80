"""Open data: figures that may be shown, rounded to a step, so that lines still add up.

Rounding comes after hiding and takes no decision of its own: it reads nothing but what is already shown. A figure goes
to one of its two neighbours: the nearest, or the one that makes its line add up to the total (controlled rounding).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .model import Table
from .safe import Figure, Safe, SafeTable, sealed, sealed_table
from .thresholds import Thresholds

Labels = tuple[str, ...]


def rounded(safe: Safe, thresholds: Thresholds) -> Safe:
    """Totals first. Each table then adds up, along its last dimension, wherever a line is shown entirely."""
    tables: dict[Table, SafeTable] = {}
    for names, table in sorted(safe.tables.items(), key=lambda each: (len(each[0]), each[0])):
        figures = {
            labels: replace(figure, value=_nearest(figure.value, thresholds.rounding))
            for labels, figure in table.figures.items()
        }
        if names and names[:-1] in tables:
            exact, totals = safe.tables[names[:-1]].figures, tables[names[:-1]].figures
            figures |= _lines(table.figures, exact, totals, thresholds.rounding)
        tables[names] = sealed_table(table.series, table.day, names, figures, thresholds.rounding)
    return sealed(safe.series, safe.day, tables)


def _nearest(value: int | None, step: int) -> int | None:
    return None if value is None else (2 * value + step) // (2 * step) * step


def _lines(
    figures: Mapping[Labels, Figure], exact: Mapping[Labels, Figure], totals: Mapping[Labels, Figure], step: int
) -> dict[Labels, Figure]:
    lines: dict[Labels, dict[Labels, int | None]] = {}
    for labels, figure in figures.items():
        lines.setdefault(labels[:-1], {})[labels] = figure.value
    found: dict[Labels, Figure] = {}
    for line, members in lines.items():
        whole, total = exact[line].value, totals[line].value
        known = {labels: value for labels, value in members.items() if value is not None}
        if whole is not None and total is not None and len(known) == len(members) and sum(known.values()) == whole:
            found |= {labels: replace(figures[labels], value=value) for labels, value in _shared(known, total, step)}
    return found


def _shared(members: Mapping[Labels, int], total: int, step: int) -> list[tuple[Labels, int]]:
    """All are rounded down, then the largest remainders up, the first by name, until the line adds up."""
    down = {labels: value // step * step for labels, value in members.items()}
    ranked = sorted(members, key=lambda labels: (-(members[labels] % step), labels))
    up = set(ranked[: (total - sum(down.values())) // step])
    return [(labels, value + step * (labels in up)) for labels, value in down.items()]
