"""One way only to write a content, hence one fingerprint."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical(content: dict[str, Any]) -> bytes:
    """JSON with sorted keys, UTF-8, no blanks: the same as for a plan."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint_of(content: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()
