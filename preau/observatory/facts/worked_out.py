"""What was worked out of a snapshot at night and is no figure of people: kept beside it, a page reads one file.

```
facts/snapshots/<name>/worked_out/<revision>/<what>.json
```
It goes with its snapshot, and at once when somebody's rows are taken out. What is not there is worked out when asked.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .manifest import folder_of, put

_FOLDER = "worked_out"
_lock = threading.Lock()
_read: dict[str, tuple[Path, Mapping[str, Any]]] = {}
"""What → the file that this process read last: one snapshot at a time."""


def kept(version: str, what: str) -> Mapping[str, Any]:
    """``version`` of ``FactsInUse``. Empty where nothing was worked out of it yet."""
    path = _path(version, what)
    with _lock:
        if what in _read and _read[what][0] == path:
            return _read[what][1]
    try:
        told: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    with _lock:
        _read[what] = (path, told)
    return told


def keep(version: str, what: str, told: Mapping[str, Any]) -> None:
    """Beside what was kept under that name already. Whoever read it before goes on with what they have."""
    path = _path(version, what)
    put(path, {**kept(version, what), **told})
    with _lock:
        _read.pop(what, None)


def drop(name: str) -> None:
    """Of a snapshot that is no longer what it was."""
    shutil.rmtree(folder_of(name) / _FOLDER, ignore_errors=True)


def _path(version: str, what: str) -> Path:
    name, _, revision = version.rpartition(".")
    return folder_of(name) / _FOLDER / revision / f"{what}.json"
