"""Rows into one Parquet file: batch by batch, sorted, the same bytes for the same rows whatever order they came in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from itertools import batched
from pathlib import Path
from typing import Any

import numpy as np

from preau.foundation.crypto.pseudonyms import Pseudonyms
from preau.foundation.facts import Column, Derived, Kind
from preau.foundation.placing import written_beside
from preau.observatory.facts.engine import TYPES, opened, text

BATCH = 50_000
"""Rows held by Python at a time."""
_FORMAT = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880"

type Tell = Callable[[int], object]
"""Called with the number of rows written so far, after each batch."""


class Writer:
    """One engine for a whole snapshot: opening it costs more than writing a small table."""

    def __init__(self, spill: Path, pseudonyms: Pseudonyms) -> None:
        self._pseudonyms = pseudonyms
        self._engine = opened(spill, threads=1)

    def write(self, path: Path, columns: tuple[Column, ...], rows: Iterable[tuple[Any, ...]], *, tell: Tell) -> int:
        """How many rows there were; no file is made for none. Pieces of a try that was cut are swept first."""
        pieces = path.with_suffix(".pieces")
        shutil.rmtree(pieces, ignore_errors=True)
        pieces.mkdir(parents=True)
        written = 0
        for number, batch in enumerate(batched(rows, BATCH)):
            self._write_batch(pieces / f"{number:06}.parquet", columns, batch)
            written += len(batch)
            tell(written)
        if written:
            self._join(pieces, path)
        else:
            path.unlink(missing_ok=True)
        shutil.rmtree(pieces)
        return written

    def derive(self, path: Path, table: Derived, source: Path) -> int:
        """A table worked out of one part of another. How many rows."""
        view = f'CREATE OR REPLACE VIEW "{table.source}" AS SELECT * FROM read_parquet({text(source)})'  # noqa: S608
        self._engine.execute(view)
        with written_beside(path) as beside:
            self._engine.execute(f"COPY (SELECT * FROM ({table.select}) ORDER BY ALL) TO {text(beside)} ({_FORMAT})")  # noqa: S608
        found = self._engine.execute(f"SELECT count(*) FROM read_parquet({text(path)})").fetchone()  # noqa: S608
        return int(found[0]) if found else 0

    def close(self) -> None:
        self._engine.close()

    def _write_batch(self, path: Path, columns: tuple[Column, ...], batch: tuple[tuple[Any, ...], ...]) -> None:
        arrays = {
            column.name: _array(column, values, self._pseudonyms)
            for column, values in zip(columns, zip(*batch, strict=True), strict=True)
        }
        casts = ", ".join(f'CAST("{column.name}" AS {TYPES[column.kind]}) AS "{column.name}"' for column in columns)
        self._engine.register("batch", arrays)
        self._engine.execute(f"COPY (SELECT {casts} FROM batch) TO {text(path)} (FORMAT parquet)")  # noqa: S608
        self._engine.unregister("batch")

    def _join(self, pieces: Path, path: Path) -> None:
        """Sorted by all columns: the order says nothing of the keys of the database, and is always the same."""
        source = f"SELECT * FROM read_parquet({text(pieces / '*.parquet')}) ORDER BY ALL"  # noqa: S608
        with written_beside(path) as beside:
            self._engine.execute(f"COPY ({source}) TO {text(beside)} ({_FORMAT})")


def leave_out(path: Path, kept: str, *, spill: Path) -> None:
    """The file without the rows for which the condition ``kept`` does not hold. In place whole."""
    with written_beside(path) as beside, opened(spill, threads=1) as engine:
        source = f"SELECT * FROM read_parquet({text(path)}) WHERE {kept}"  # noqa: S608  pseudonyms of the house
        engine.execute(f"COPY ({source}) TO {text(beside)} ({_FORMAT})")


def _array(column: Column, values: tuple[Any, ...], pseudonyms: Pseudonyms) -> np.ndarray:
    told: Iterable[Any] = values
    if column.kind is Kind.PSEUDONYM:
        of, person = pseudonyms.of, column.person
        told = ["" if key is None else of(person, key) for key in values]
    elif column.kind is Kind.CODE:
        told = list(map(str, values))
    made = np.empty(len(values), dtype=object)
    made[:] = told
    return made
