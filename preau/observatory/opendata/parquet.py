"""Parquet: the columns of the plain CSV with their types, written in one go."""

from __future__ import annotations

from pathlib import Path

import duckdb

from .dataset import SINCE, STATE, Dataset


def write_parquet(dataset: Dataset, path: Path) -> None:
    """A file that was there stays until the new one is whole."""
    dataset.opened()
    labels = [each.name for each in dataset.columns[:-1]]
    types = [
        *((name, "VARCHAR") for name in labels),
        (dataset.measure.name, "BIGINT"),
        (STATE, "VARCHAR"),
        (SINCE, "DATE"),
    ]
    columns = ", ".join(f'"{name}" {kind}' for name, kind in types)
    rows = [[*line.labels, line.value, line.state, line.on] for line in dataset.lines]
    beside = path.with_name(f"{path.name}.new")
    with duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False}) as engine:
        engine.execute(f"CREATE TABLE lines ({columns})")
        if rows:
            engine.executemany(f"INSERT INTO lines VALUES ({', '.join('?' * len(types))})", rows)  # noqa: S608
        target = str(beside).replace("'", "''")
        engine.execute(f"COPY (SELECT * FROM lines ORDER BY ALL) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608
    beside.replace(path)
