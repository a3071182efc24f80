"""Queries whose text is made once, for the pages that everybody opens on the same day.

Django writes the text of a query anew each time: on the pages of opening day that was half of what they cost. Here
the text is kept; values, rows and models go through Django as ever. Several values are one array on PostgreSQL, which
then plans one text whatever number comes together; elsewhere there is a text for each power of two.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Model, QuerySet

type Place = tuple[str, int | None]
"""The argument's name, and the rank of a value where the argument holds several."""

ALL = -1
"""The rank that stands for all the values of an argument, as one array."""


class Blank(Expression):
    """Where a value will stand, or an array of them."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return _ARRAY if self.place[1] == ALL else "%s", [self]


_ARRAY, _DJANGO_SAYS, _POSTGRESQL_SAYS = "ANY(%s)", " IN (ANY(%s))", " = ANY(%s)"


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
        has_arrays = connection.vendor == "postgresql"
        told = values if has_arrays else {name: _even(each) for name, each in values.items()}
        shape = tuple((name, _size(each, has_arrays)) for name, each in told.items())
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


def _even(value: Any) -> Any:
    """The last of several again until there are 1, 2, 4, 8…: the same rows, and few texts whatever comes together."""
    if not isinstance(value, tuple) or not value:
        return value
    return value + value[-1:] * ((1 << (len(value) - 1).bit_length()) - len(value))


def _size(value: Any, has_arrays: bool) -> int | None:
    """None for one value. Nothing at all is a shape of its own: Django knows then that there is no row."""
    if not isinstance(value, tuple):
        return None
    return ALL if has_arrays and value else len(value)


def _blank(name: str, size: int | None) -> Blank | list[Blank]:
    return Blank((name, size)) if size in (None, ALL) else [Blank((name, rank)) for rank in range(size or 0)]


class _Text:
    """What a query says for one shape of values: made once in a process, whichever thread asks first."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], shape: tuple[Place, ...]) -> None:
        self.queryset = build(**{name: _blank(name, size) for name, size in shape})
        self.compiler: Any = self.queryset.query.get_compiler(connection=connections[self.queryset.db])
        try:
            text, found = self.compiler.as_sql()
            self.sql = text.replace(_DJANGO_SAYS, _POSTGRESQL_SAYS)
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

    def _given(self, place: Place, values: dict[str, Any]) -> Any:
        name, rank = place
        if rank == ALL:
            return [self._one(name, each) for each in values[name]]
        return self._one(name, values[name] if rank is None else values[name][rank])

    def _one(self, name: str, value: Any) -> Any:
        match value:
            case bool():
                return value
            case int():  # of one size, or psycopg prepares a text for each size of number
                return self.connection.ops.adapt_integerfield_value(value, "BigIntegerField")
            case str():
                return str(value)
            case datetime():
                return self.connection.ops.adapt_datetimefield_value(value)
            case date():
                return self.connection.ops.adapt_datefield_value(value)
            case UUID():
                return value if self.connection.features.has_native_uuid_field else value.hex
            case Model():
                return self._one(name, value.pk)
        raise TypeError(f"{name} can't be compared with {value!r}")
