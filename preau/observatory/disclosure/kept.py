"""What was shown, as plain data, and again from it: for whoever keeps it until the next date, and for nobody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .reasons import Reason
from .safe import Figure, Safe, SafeTable, sealed, sealed_table

type Plain = list[dict[str, Any]]


def plain(safe: Safe) -> Plain:
    """Nothing that is hidden is in it: not even a zero."""
    return [
        {
            "dimensions": list(table.dimensions),
            "figures": [_plain(labels, figure) for labels, figure in sorted(table.figures.items())],
        }
        for _names, table in sorted(safe.tables.items())
    ]


def safe_again(series: str, day: date, tables: Sequence[Mapping[str, Any]]) -> Safe:
    """``tables`` as ``plain`` gave them."""
    found: dict[tuple[str, ...], SafeTable] = {}
    for table in tables:
        names = tuple(table["dimensions"])
        figures = {tuple(each["labels"]): _figure(each) for each in table["figures"]}
        found[names] = sealed_table(series, day, names, figures)
    return sealed(series, day, found)


def _plain(labels: tuple[str, ...], figure: Figure) -> dict[str, Any]:
    told: dict[str, Any] = {"labels": list(labels), "value": figure.value}
    if figure.reason is not None:
        told["reason"] = figure.reason.value
    if figure.since is not None:
        told["since"] = figure.since.isoformat()
    return told


def _figure(told: Mapping[str, Any]) -> Figure:
    reason, since = told.get("reason"), told.get("since")
    return Figure(told["value"], Reason(reason) if reason else None, date.fromisoformat(since) if since else None)
