"""DuckDB, as the house uses it: bounded memory, no extension fetched from outside."""

from __future__ import annotations

from pathlib import Path

import duckdb
from django.conf import settings

TYPES = {"pseudonym": "VARCHAR", "code": "VARCHAR", "day": "DATE", "whole": "BIGINT", "decimal": "DOUBLE"} | {
    "flag": "BOOLEAN"
}
"""Kind of a column → its type."""


def opened(spill: Path, *, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """In memory; what is larger goes to ``spill``."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": settings.FACTS_MEMORY,
        "temp_directory": str(spill),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if threads is not None:
        config["threads"] = threads
    return duckdb.connect(config=config)


def text(value: object) -> str:
    """As a literal of SQL: paths and names of the house, never what a person typed."""
    return "'" + str(value).replace("'", "''") + "'"
