"""How many requests of one process are worked on at the same instant, however many of them wait for one another.

Two cores gain nothing by twenty threads that compute together; a request that waits for another one to write for it
computes nothing. So a thread works while it holds a turn, and hands it on while it waits.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_held = threading.local()


class InOrder:
    """A semaphore that is handed from one to the next: whoever comes first is served first, and nobody slips in."""

    def __init__(self, most: int) -> None:
        self._free, self._guard, self._line = most, threading.Lock(), deque[threading.Lock]()

    def acquire(self, *, blocking: bool = True) -> bool:
        with self._guard:
            if self._free:
                self._free -= 1
                return True
            if not blocking:
                return False
            mine = threading.Lock()
            mine.acquire()
            self._line.append(mine)
        mine.acquire()
        return True

    def release(self) -> None:
        with self._guard:
            if self._line:
                self._line.popleft().release()
            else:
                self._free += 1


class Turns:
    """A WSGI application whose requests are worked on ``most`` at a time, in the order in which they came."""

    def __init__(self, application: Callable[..., Any], most: int) -> None:
        self._application, self._free = application, InOrder(most)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        self._free.acquire()
        _held.turn = self._free
        try:
            return self._application(environ, start_response)
        finally:
            _held.turn = None
            self._free.release()


@contextmanager
def aside() -> Iterator[None]:
    """Around a wait for another request: somebody else works meanwhile. Outside a server, and inside a transaction,
    nothing changes hands."""
    turn: InOrder | None = getattr(_held, "turn", None)
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
