"""One import of a kind at a time, and a way to know that the one who began is still alive.

The lock is the system's, not a row: it goes away with the program that held it, even killed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.db import connection

from preau.foundation.locks import Held, file_lock
from preau.town.opendata.errors import AlreadyRunning


@contextmanager
def alone(commune_id: int, source: str) -> Iterator[None]:
    """Raises AlreadyRunning where somebody else holds the same kind of the same town."""
    name = f"import-{commune_id}-{source}"
    with _by_server(name) if connection.vendor == "postgresql" else _by_file(name):
        yield


def is_under_way(commune_id: int, source: str) -> bool:
    """Whether a living program holds it. Takes it for an instant otherwise."""
    try:
        with alone(commune_id, source):
            return False
    except AlreadyRunning:
        return True


@contextmanager
def _by_server(name: str) -> Iterator[None]:
    """An advisory lock of this session: PostgreSQL lets it go when the connection breaks."""
    key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        if not cursor.fetchone()[0]:
            raise AlreadyRunning
    try:
        yield
    finally:
        if connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


@contextmanager
def _by_file(name: str) -> Iterator[None]:
    """SQLite has one machine only: the system's lock of a file, by database."""
    database = Path(str(connection.settings_dict["NAME"])).name
    try:
        with file_lock(Path(settings.DATA) / "locks" / f"{database}-{name}.lock"):
            yield
    except Held as error:
        raise AlreadyRunning from error
