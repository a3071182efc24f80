"""The facts of the test's own town in memory, read by DuckDB as a snapshot would be."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import duckdb
from django.utils import timezone

from preau.foundation.facts import WHOLE, Fact, Kind
from preau.observatory.facts.snapshots.declared import FACTS

_TYPES = {
    Kind.PSEUDONYM: "VARCHAR",
    Kind.CODE: "VARCHAR",
    Kind.DAY: "DATE",
    Kind.WHOLE: "BIGINT",
    Kind.DECIMAL: "DOUBLE",
    Kind.FLAG: "BOOLEAN",
}


def stands_for(key: int | None, of: str) -> str:
    """Like the snapshot's own: sixteen characters, empty for nobody."""
    return hashlib.sha256(f"{of}:{key}".encode()).hexdigest()[:16] if key is not None else ""


class FactsInMemory:
    """Every declared fact of today's tables."""

    def __init__(self, taken_on: date) -> None:
        self.taken_on, self.version = taken_on, f"{taken_on}"
        self.taken_at = timezone.make_aware(datetime.combine(taken_on, time(9, 30)))
        self.base = duckdb.connect(":memory:")
        for fact in FACTS:
            self._take(fact)

    def ask(self, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return self.base.execute(sql, dict(values)).fetchall()

    def _take(self, fact: Fact) -> None:
        columns = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in fact.columns)
        self.base.execute(f"CREATE TABLE {fact.name} ({columns})")
        years = fact.years(self.taken_on) if fact.years else [WHOLE]
        rows = [self._written(fact, row) for year in years for row in fact.rows(year, self.taken_on)]
        if rows:
            places = ", ".join("?" for _ in fact.columns)
            self.base.executemany(f"INSERT INTO {fact.name} VALUES ({places})", rows)

    def _written(self, fact: Fact, row: tuple[Any, ...]) -> list[Any]:
        return [
            stands_for(value, column.person) if column.kind is Kind.PSEUDONYM else value
            for column, value in zip(fact.columns, row, strict=True)
        ]
