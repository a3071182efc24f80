from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "ALTER", "DROP", "CREATE")
_BOOKKEEPING = ('"cache"', '"django_session"')


class WriteInGet(RuntimeError):
    """A page tried to change something while it was only being looked at."""


class ReadOnlyGet:
    """GET and HEAD cannot write: the statement is refused before it reaches the database.

    Sessions and the cache are left out: they keep the visit, not the domain.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with connection.execute_wrapper(refuse_writes):
            return self.get_response(request)


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if sql.lstrip().upper().startswith(_WRITES) and not any(table in sql for table in _BOOKKEEPING):
        raise WriteInGet(sql.split("VALUES")[0][:200])
    return execute(sql, params, many, context)
