"""Parquet: the columns of the plain CSV with their types, written in one go."""

from __future__ import annotations

from pathlib import Path

from preau.foundation.placing import written_beside
from preau.observatory.facts.engine import opened, text

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
    with written_beside(path) as beside, opened(path.parent, threads=1) as engine:
        engine.execute(f"CREATE TABLE lines ({columns})")
        if rows:
            engine.executemany(f"INSERT INTO lines VALUES ({', '.join('?' * len(types))})", rows)  # noqa: S608
        engine.execute(f"COPY (SELECT * FROM lines ORDER BY ALL) TO {text(beside)} (FORMAT parquet, COMPRESSION zstd)")  # noqa: S608
