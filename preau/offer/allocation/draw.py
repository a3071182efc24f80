"""A draw that nobody can choose and anybody can do again, with ``sha256sum`` and this page.

Before closing, the town publishes ``commit(secret)``. After closing, it reveals the secret; a public number named in
advance (a national draw of a given day) joins it. The town cannot choose that number; nobody else knows the secret.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draw:
    """What is published of a draw. ``source``: which public number it is, as it was named before closing."""

    commitment: str
    secret: str
    public_number: str
    source: str = ""

    @property
    def is_kept(self) -> bool:
        """The secret revealed is the one that was promised."""
        return hmac.compare_digest(commit(self.secret), self.commitment)

    @property
    def seed(self) -> bytes:
        return seed(self.secret, self.public_number)


def new_secret() -> str:
    """Sixty-four hexadecimal digits that nobody can guess."""
    return secrets.token_hex(32)


def commit(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def seed(secret: str, public_number: str) -> bytes:
    """SHA-256 of « secret:number »."""
    return hashlib.sha256(f"{secret}:{public_number.strip()}".encode()).digest()


def number(seed: bytes, key: str) -> bytes:
    """The number drawn by a child, or by siblings who ask to be together; the smallest comes first."""
    return hmac.digest(seed, key.encode(), "sha256")
