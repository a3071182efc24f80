"""What stands for a person among facts: an HMAC under a key that serves for nothing else.

The key is derived from those of the installation, read each time. Only the snapshot of facts may import this: an
import contract says so. Who reads facts cannot make a pseudonym, and so cannot find somebody.
"""

from __future__ import annotations

import hmac
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

LENGTH = 16
"""Hexadecimal characters: 64 bits, enough for nobody to share one in a town."""
_MANY = 100_000


class Pseudonyms:
    """Under one key. ``check`` tells whether two were made under the same, and nothing of it."""

    def __init__(self, secret: str) -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=b"preau facts pseudonyms 1").derive(secret.encode())
        self._start = hmac.new(derived, digestmod=sha256)
        self.check = self._of("check", 0)
        self.of = lru_cache(_MANY)(self._of)

    def _of(self, person: str, key: int) -> str:
        """``person``: child, household… The same person in any table has the same one."""
        made = self._start.copy()
        made.update(f"{person}:{key}".encode())
        return made.hexdigest()[:LENGTH]


def current() -> Pseudonyms:
    """Those of the first key of the installation: once it is changed, all facts are made again."""
    return Pseudonyms(settings.FIELD_KEYS[0])


def every() -> list[Pseudonyms]:
    """Those of all keys: facts made before a change of key are found too."""
    return [Pseudonyms(key) for key in settings.FIELD_KEYS]
