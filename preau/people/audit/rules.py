"""How an entry of the journal is sealed: SHA-256 over the entry and the seal of the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

FIRST_SEAL = "0" * 64


def seal(previous: str, entry: Mapping[str, Any]) -> str:
    """64 hexadecimal digits. ``entry`` must hold JSON values only; the order of its keys does not matter."""
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def written(at: datetime) -> str:
    """An instant as both engines give it back: UTC, microseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
