"""What was shown is kept as text, to be looked at by the next date: it cannot be taken back.

Only what somebody may read is written: hidden numbers have nothing in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .reasons import Reason
from .safe import Figure, Safe, SafeTable, sealed, sealed_table


def written(safe: Safe) -> dict[str, Any]:
    """For JSON."""
    return {
        "series": safe.series,
        "day": safe.day.isoformat(),
        "tables": [_table_written(each) for each in safe.tables.values()],
    }


def read_again(told: Mapping[str, Any]) -> Safe:
    """What ``written`` wrote. Somebody who writes the text by hand makes up figures, and protects none."""
    series, day = str(told["series"]), date.fromisoformat(told["day"])
    tables = [_table_read(series, day, each) for each in told["tables"]]
    return sealed(series, day, {each.dimensions: each for each in tables})


def _table_written(table: SafeTable) -> dict[str, Any]:
    figures = [
        [
            list(labels),
            figure.value,
            str(figure.reason) if figure.reason else "",
            figure.since.isoformat() if figure.since else "",
        ]
        for labels, figure in table.figures.items()
    ]
    return {"dimensions": list(table.dimensions), "step": table.step, "figures": figures}


def _table_read(series: str, day: date, told: Mapping[str, Any]) -> SafeTable:
    figures = {
        tuple(labels): Figure(value, Reason(reason) if reason else None, date.fromisoformat(since) if since else None)
        for labels, value, reason, since in told["figures"]
    }
    return sealed_table(series, day, tuple(told["dimensions"]), figures, told["step"])
