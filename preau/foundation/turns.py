"""How many requests of one process are worked on at the same instant, however many of them wait for one another.

Two cores gain nothing by twenty threads that compute together; a request that waits for another one to write for it
computes nothing. So a thread works while it holds a turn, and hands it on while it waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_held = threading.local()


class Turns:
    """A WSGI application whose requests are worked on ``most`` at a time."""

    def __init__(self, application: Callable[..., Any], most: int) -> None:
        self._application, self._free = application, threading.Semaphore(most)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        with self._free:
            _held.turn = self._free
            try:
                return self._application(environ, start_response)
            finally:
                _held.turn = None


@contextmanager
def aside() -> Iterator[None]:
    """Around a wait for another request: somebody else works meanwhile. Outside a server, and inside a transaction,
    nothing changes hands."""
    turn: threading.Semaphore | None = getattr(_held, "turn", None)
    if turn is None or connection.in_atomic_block:
        yield
        return
    if connection.settings_dict["OPTIONS"].get("pool"):
        connection.close()  # given back: whoever works now may need it
    turn.release()
    try:
        yield
    finally:
        turn.acquire()
