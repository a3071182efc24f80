from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "ALTER", "DROP", "CREATE")
_BOOKKEEPING = ('"cache"', '"django_session"', 'UPDATE "mfa_authenticator"')
_READING = 'INSERT INTO "households_filereading"'
_reading: ContextVar[bool] = ContextVar("reading", default=False)


class WriteInGet(RuntimeError):
    """A page tried to change something while it was only being looked at."""


class ReadOnlyGet:
    """GET and HEAD cannot write: the statement is refused before it reaches the database.

    Sessions and the cache are left out: they keep the visit, not the domain; so is the mark that the library puts on
    recovery codes once their owner has seen them. So is one line, in one named place: that
    somebody of the town looked at a child's file (``recording_readings``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with connection.execute_wrapper(refuse_writes):
            return self.get_response(request)


@contextmanager
def recording_readings() -> Iterator[None]:
    """While it lasts, a page that is looked at may add to the list of who looked at a child's file. Nothing else."""
    before = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(before)


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if _reading.get() and sql.lstrip().startswith(_READING):
        return execute(sql, params, many, context)
    if sql.lstrip().upper().startswith(_WRITES) and not any(table in sql for table in _BOOKKEEPING):
        raise WriteInGet(sql.split("VALUES")[0][:200])
    return execute(sql, params, many, context)
