"""One snapshot at a time; and nobody switches while somebody's rows are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from preau.foundation.locks import Held, file_lock

from .errors import AlreadyTaking
from .manifest import root


@contextmanager
def taking() -> Iterator[None]:
    """Raises AlreadyTaking where a living program holds it."""
    try:
        with file_lock(root() / "taking.lock"):
            yield
    except Held as error:
        raise AlreadyTaking(already_sentence()) from error


def is_being_taken() -> bool:
    try:
        with taking():
            return False
    except AlreadyTaking:
        return True


@contextmanager
def touching() -> Iterator[None]:
    """Whoever changes which files are in use, or what is in them. Waits for the other."""
    with file_lock(root() / "touching.lock", wait=True):
        yield


def already_sentence() -> str:
    return _("Un relevé est déjà en cours : attendez qu’il se termine.")
