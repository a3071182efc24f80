"""The one door to facts: the snapshot in use, opened in DuckDB for reading only.

``facts_in_use()`` gives None as long as no snapshot was ever finished. Tables are views by name (``docs/reference``);
one without a row has its columns all the same. Whoever keeps what was worked out keeps it with ``version``: it is
another one after each snapshot, and each time somebody's rows are taken out.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from .engine import TYPES, opened, text
from .manifest import Manifest, folder_of, in_use, root

_lock = threading.Lock()
_open: dict[tuple[Path, str], DuckDBPyConnection] = {}
"""Folder and version → the connection of this process: one at a time."""


@dataclass(frozen=True, slots=True)
class FactsInUse:
    """``rows``: how many in each table. ``columns``: table → column → kind."""

    name: str
    version: str
    taken_at: datetime
    rows: Mapping[str, int]
    columns: Mapping[str, Mapping[str, str]]
    _connection: DuckDBPyConnection

    def cursor(self) -> DuckDBPyConnection:
        """For one thread: each asks for its own. What it gives can be read as rows or as arrays of numpy."""
        return self._connection.cursor()

    def ask(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a question; values are given apart (``?`` or ``$name``)."""
        with self.cursor() as cursor:
            return cursor.execute(sql, values or None).fetchall()


def facts_in_use() -> FactsInUse | None:
    """Cheap to ask again: the connection is kept as long as the same facts are in use."""
    manifest = in_use()
    if manifest is None:
        return None
    version = f"{manifest.name}.{manifest.revision}"
    with _lock:
        key = (folder_of(manifest.name), version)
        if key not in _open:
            _open.clear()  # cursors that are at work keep what they read until they are done
            _open[key] = _opened(manifest)
        connection = _open[key]
    columns = {table: {name: kind for name, kind, _person in told} for table, told in manifest.columns.items()}
    return FactsInUse(manifest.name, version, manifest.taken_at, manifest.rows, columns, connection)


def _opened(manifest: Manifest) -> DuckDBPyConnection:
    """It may read this snapshot and nothing else of the disk, and nobody can change that afterwards."""
    spill = root() / "spill"
    spill.mkdir(exist_ok=True)
    connection = opened(spill)
    connection.execute("SET TimeZone = 'Europe/Paris'")
    folder = folder_of(manifest.name)
    connection.execute(f"SET allowed_directories = [{text(folder)}, {text(spill)}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    for table, columns in manifest.columns.items():
        files = [text(folder / part.file) for part in manifest.of(table) if part.file]
        empty = ", ".join(f'CAST(NULL AS {TYPES[kind]}) AS "{name}"' for name, kind, _person in columns)
        source = f"SELECT * FROM read_parquet([{', '.join(files)}])" if files else f"SELECT {empty} WHERE false"  # noqa: S608
        connection.execute(f'CREATE VIEW "{table}" AS {source}')
    return connection
