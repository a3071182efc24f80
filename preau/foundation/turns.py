"""How many requests of one process are worked on at the same instant, however many of them wait for one another.

Two cores gain nothing by twenty threads that compute together; a request that waits for another one to write for it
computes nothing. So a thread works while it holds a turn, and hands it on while it waits. The connection to the
database belongs to the turn: it stays open from one request to the next, with what it has prepared, and there are as
many connections as turns, whatever waits.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

FRESH = 0.2
"""Seconds for which a connection that just answered is not asked again whether it lives. No database that stops is
back so soon: within that time the question changes nothing of what a family sees, and costs each request a query."""

_held = threading.local()


@dataclass(eq=False)
class Turn:
    """The right to work, and its connection. ``until`` is when it was last given back."""

    connection: BaseDatabaseWrapper
    until: float = float("-inf")

    def begin(self) -> None:
        is_old = time.monotonic() - self.until > FRESH
        asks = is_old and self.connection.settings_dict["CONN_HEALTH_CHECKS"]
        self.connection.health_check_enabled = asks  # type: ignore[attr-defined]  # its stubs forget it
        connections[DEFAULT_DB_ALIAS] = self.connection

    def end(self) -> None:
        del connections[DEFAULT_DB_ALIAS]  # what is still told of this request must not touch the next one's
        self.until = time.monotonic()


class _Waiting:
    """A thread in line, and the turn that it is handed."""

    def __init__(self) -> None:
        self.woken = threading.Lock()
        self.woken.acquire()
        self.turn: Turn


class Turns:
    """A WSGI application whose requests are worked on ``most`` at a time, in the order in which they came: nobody
    slips in before those who wait. Its threads have no connection of their own."""

    def __init__(self, application: Callable[..., Any], most: int) -> None:
        self._application, self._guard, self._line = application, threading.Lock(), deque[_Waiting]()
        self.free = [Turn(_shared()) for _turn in range(most)]

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        self.take()
        try:
            return self._application(environ, start_response)
        finally:
            self.give()

    def take(self) -> None:
        turn = self._next()
        turn.begin()
        _held.turns, _held.turn = self, turn

    def give(self) -> None:
        given: Turn = _held.turn
        given.end()
        _held.turns = _held.turn = None
        with self._guard:
            if not self._line:
                self.free.append(given)
                return
            following = self._line.popleft()
        following.turn = given
        following.woken.release()

    def _next(self) -> Turn:
        with self._guard:
            if self.free:
                return self.free.pop()
            mine = _Waiting()
            self._line.append(mine)
        mine.woken.acquire()
        return mine.turn


def _shared() -> BaseDatabaseWrapper:
    """Not open yet. One thread after another has it, never two at once."""
    made: BaseDatabaseWrapper = connections.create_connection(DEFAULT_DB_ALIAS)
    made.inc_thread_sharing()
    return made


@contextmanager
def aside() -> Iterator[None]:
    """Around a wait for another request: somebody else works meanwhile. Outside a server, inside a transaction and
    while statements are watched, nothing changes hands."""
    turns: Turns | None = getattr(_held, "turns", None)
    if turns is None or connection.in_atomic_block or connection.execute_wrappers:
        yield
        return
    turns.give()
    try:
        yield
    finally:
        turns.take()
