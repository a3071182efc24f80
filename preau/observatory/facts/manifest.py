"""What a snapshot is made of, told by the snapshot itself: its tables, their columns, their parts.

```
facts/current.json                the one in use
facts/snapshots/<name>/manifest.json, <table>/<school year>.parquet, done.jsonl
```
A folder without a manifest was never finished. Files are put in place whole: a reader sees the old one or the new one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from preau.foundation.placing import written_beside


@dataclass(frozen=True, slots=True)
class Part:
    """``file`` is empty where there is no row. ``stamp``: what the operations were; empty: to be read again."""

    table: str
    year: int
    file: str
    rows: int
    sha256: str
    stamp: str


@dataclass(slots=True)
class Manifest:
    """``columns``: table → [name, kind, whom a pseudonym stands for]. ``key`` tells which key pseudonyms are under.

    ``revision`` grows when somebody's rows are taken out: what was worked out from it before is no longer true.
    """

    name: str
    taken_at: datetime
    key: str
    columns: dict[str, list[tuple[str, str, str]]]
    parts: list[Part] = field(default_factory=list)
    revision: int = 0

    @property
    def rows(self) -> dict[str, int]:
        """How many in each table."""
        return {table: sum(part.rows for part in self.of(table)) for table in self.columns}

    def of(self, table: str) -> Iterator[Part]:
        return (part for part in self.parts if part.table == table)


def root() -> Path:
    return Path(settings.FACTS)


def folder_of(name: str) -> Path:
    return root() / "snapshots" / name


def in_use() -> Manifest | None:
    """None as long as no snapshot was ever finished."""
    pointer = _read(root() / "current.json")
    return read_manifest(pointer["name"]) if pointer else None


def read_manifest(name: str) -> Manifest | None:
    """None for a snapshot that was not finished, or is gone."""
    told = _read(folder_of(name) / "manifest.json")
    if told is None:
        return None
    columns = {table: [(each[0], each[1], each[2]) for each in told["columns"][table]] for table in told["columns"]}
    parts = [Part(**each) for each in told["parts"]]
    taken_at = datetime.fromisoformat(told["taken_at"])
    return Manifest(told["name"], taken_at, told["key"], columns, parts, told["revision"])


def write_manifest(manifest: Manifest) -> None:
    told = asdict(manifest) | {"taken_at": manifest.taken_at.isoformat()}
    put(folder_of(manifest.name) / "manifest.json", told)


def use(name: str) -> None:
    """From now on readers open this one."""
    put(root() / "current.json", {"name": name})


def kept_names() -> list[str]:
    """Every folder of a snapshot, finished or not, the oldest first."""
    folder = root() / "snapshots"
    return sorted(each.name for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []


def put(path: Path, told: Mapping[str, Any]) -> None:
    """In place whole."""
    with written_beside(path) as beside:
        beside.write_text(json.dumps(told, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def sha_of(path: Path) -> str:
    with path.open("rb") as file:
        made = sha256()
        while piece := file.read(1 << 20):
            made.update(piece)
    return made.hexdigest()


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
