"""The keys of an installation that was given none: made once, readable by their owner only.

One signs sessions; the others encrypt what the database must not tell, and never serve for anything else.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


def secret_key(data: Path) -> str:
    return _kept(data / "secret-key", lambda: secrets.token_urlsafe(50))


def field_keys(data: Path) -> list[str]:
    """One key a line: the first one encrypts, all of them open."""
    return _kept(data / "field-keys", new_field_key).split()


def add_field_key(data: Path) -> list[str]:
    """A new first line. The old keys stay: what they closed must still open, until it is closed again."""
    return _replace(data, [new_field_key(), *field_keys(data)])


def keep_first_field_key(data: Path) -> list[str]:
    """Forgets the old keys. Only once everything was closed again with the first one."""
    return _replace(data, field_keys(data)[:1])


def new_field_key() -> str:
    return Fernet.generate_key().decode("ascii")


def _kept(path: Path, make: Callable[[], str]) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # O_EXCL: of two processes that start together, one writes and the other reads.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")


def _replace(data: Path, keys: list[str]) -> list[str]:
    """Written beside, then put in place: a power cut leaves the old keys or the new ones, never half of one."""
    beside = data / "field-keys.new"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(keys))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(data / "field-keys")
    return keys
