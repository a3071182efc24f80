"""What is written of each cell of a release: a value with its day, or a share of which both numbers are of one day.

A cell of which only one number is new keeps what was written of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from preau.observatory.disclosure import Safe

from .counted import ANSWER, YES
from .enums import Breakdown


def values_written(values: Mapping[str, float], safe: Safe, before: Mapping[str, Any]) -> dict[str, Any]:
    """``values``: those of today, by cell; where the figure behind one is kept, so is what was written."""
    found = {}
    for table in safe.tables.values():
        for labels, figure in table.figures.items():
            cell = "/".join(labels)
            if figure.value is None:
                continue
            if figure.since is not None and cell in before:
                found[cell] = before[cell]
            elif figure.since is None and cell in values:
                found[cell] = {"value": values[cell], "day": safe.day.isoformat()}
    return found


def shares_written(by: Breakdown | None, safe: Safe, before: Mapping[str, Any]) -> dict[str, Any]:
    """(how many, among how many). Of a domain, those inside."""
    dimensions = (by.value,) if by else ()
    found = {}
    for labels, among in safe.table(*dimensions).figures.items():
        where = {**dict(zip(dimensions, labels, strict=True)), ANSWER: YES}
        counted = safe.table(*where).figures[tuple(where[name] for name in sorted(where))]
        cell = "/".join(labels)
        if counted.value and among.value and counted.since == among.since:
            day = (among.since or safe.day).isoformat()
            found[cell] = {"counted": counted.value, "among": among.value, "day": day}
        elif cell in before:
            found[cell] = before[cell]
    return found
