"""Queries whose text is made once, for the pages that everybody opens on the same day.

Django writes the text of a query anew each time: on the pages of opening day that was half of what they cost. Here
the text is kept, for each number of values; values, rows and models go through Django as ever.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Model, QuerySet


class Blank(Expression):
    """Where a value will stand. ``place`` is the argument's name, and its rank where the argument holds several."""

    def __init__(self, place: tuple[str, int | None]) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


def prepared[**P, R](build: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """The rows of the query that ``build`` describes, for values given by name.

    ``build`` sees blanks in place of the values: it may compare columns with them and nothing else, it decides
    nothing by them. A value is a text, a number, a date, an instant, a UUID, a row that is compared by its key, or a
    tuple of such (for ``__in``); None is refused, because SQL compares nothing with it. Raises TypeError.
    """
    texts: dict[Any, _Text] = {}

    @wraps(build)
    def rows(*args: P.args, **values: P.kwargs) -> list[R]:
        if args:
            raise TypeError("a prepared query takes its values by name")
        told = {name: _even(each) if isinstance(each, tuple) else each for name, each in values.items()}
        shape = tuple((name, len(each) if isinstance(each, tuple) else None) for name, each in told.items())
        text = texts.get(shape)
        if text is None:
            text = texts[shape] = _Text(build, shape)
        known: dict[_Text, _Ready] = vars(connections[text.queryset.db]).setdefault("prepared_texts", {})
        one = known.get(text)
        if one is None:
            one = known[text] = _Ready(text)
        return one.rows(told)

    return cast(Callable[P, list[R]], rows)


def first[R](rows: list[R]) -> R | None:
    """Of a prepared query that finds one row or none."""
    return rows[0] if rows else None


def _even(several: tuple[Any, ...]) -> tuple[Any, ...]:
    """The last value again until there are 1, 2, 4, 8…: the same rows, and few texts whatever number comes together."""
    missing = (1 << (len(several) - 1).bit_length()) - len(several) if several else 0
    return several + several[-1:] * missing


class _Text:
    """What a query says for one shape of values: made once in a process, whichever thread asks first."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], shape: tuple[tuple[str, int | None], ...]) -> None:
        blanks: dict[str, Any] = {
            name: Blank((name, None)) if size is None else [Blank((name, rank)) for rank in range(size)]
            for name, size in shape
        }
        self.queryset = build(**blanks)
        self.compiler: Any = self.queryset.query.get_compiler(connection=connections[self.queryset.db])
        try:
            self.sql, found = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, found = "", ()
        self.slots = list(found)


class _Ready:
    """A text on one connection, which keeps it: its queryset asks a compiler that has nothing left to make."""

    def __init__(self, text: _Text) -> None:
        self.sql, self.slots = text.sql, text.slots
        self.queryset = text.queryset.all()
        query = self.queryset.query
        self.connection: BaseDatabaseWrapper = connections[self.queryset.db]
        self.params: list[Any] = []
        compiler = copy.copy(text.compiler)
        compiler.query, compiler.connection = query, self.connection
        compiler.as_sql = lambda *_args, **_kwargs: (self.sql, tuple(self.params))
        query.get_compiler = lambda *_args, **_kwargs: compiler  # type: ignore[method-assign]

    def rows(self, values: dict[str, Any]) -> list[Any]:
        if not self.sql:
            return []
        self.params = [self._given(each.place, values) if isinstance(each, Blank) else each for each in self.slots]
        iterable: Any = self.queryset._iterable_class  # type: ignore[attr-defined]
        return list(iterable(self.queryset))

    def _given(self, place: tuple[str, int | None], values: dict[str, Any]) -> Any:
        name, rank = place
        value = values[name] if rank is None else values[name][rank]
        match value:
            case bool() | int():
                return value
            case str():
                return str(value)
            case datetime():
                return self.connection.ops.adapt_datetimefield_value(value)
            case date():
                return self.connection.ops.adapt_datefield_value(value)
            case UUID():
                return value if self.connection.features.has_native_uuid_field else value.hex
            case Model():
                return value.pk
        raise TypeError(f"{name} can't be compared with {value!r}")
