"""One snapshot at a time; and nobody switches while somebody's rows are taken out.

The locks are the system's, not rows: they go away with the program that held them, even killed.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from .errors import AlreadyTaking
from .manifest import root


@contextmanager
def taking() -> Iterator[None]:
    """Raises AlreadyTaking where a living program holds it."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / "taking.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AlreadyTaking(already_sentence()) from error
        yield


def is_being_taken() -> bool:
    try:
        with taking():
            return False
    except AlreadyTaking:
        return True


@contextmanager
def touching() -> Iterator[None]:
    """Whoever changes which files are in use, or what is in them. Waits for the other."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / "touching.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def already_sentence() -> str:
    return _("Un relevé est déjà en cours : attendez qu’il se termine.")
