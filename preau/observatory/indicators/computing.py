"""Asking the facts: a measure, a span, a way of cutting, and figures come back, each with what is doubtful of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from .figures import Figure, Missing
from .measures import MEASURES, Asked, Measure, Shape
from .spans import SpanKind, year_span

_NAMES = re.compile(r"\$(\w+)")
_EARLIEST = "SELECT min(day) FROM presences WHERE state IN ('present', 'left')"


class Facts(Protocol):
    """What is read of a snapshot: rows of a question, and the last day of which it knows."""

    @property
    def taken_on(self) -> date: ...
    def rows(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]: ...


class NotCutThatWay(Exception):
    """The measure has no such breakdown: the definition of the indicator says which ones make sense."""


def compute(code: str, asked: Asked, *, facts: Facts, outside: Mapping[str, float] | None = None) -> list[Figure]:
    """One figure for the whole, or one for each cell of the breakdown, in the order of the cells' names.

    ``outside``: numbers that were typed, by part. Raises KeyError for what does not count itself, NotCutThatWay.
    """
    measure = MEASURES[code]
    if asked.by is not None and asked.by not in measure.breakdowns:
        raise NotCutThatWay(code, asked.by)
    if why := _why_not(measure, asked, facts):
        return [Figure.none(why)]
    sql = measure.sql(asked)
    wanted = {name: asked.parameters[name] for name in set(_NAMES.findall(sql))}
    figures = [_figure(measure, row, outside or {}) for row in facts.rows(sql, wanted)]
    if not figures:
        return [Figure.none(Missing.NOBODY)]
    return sorted(figures, key=lambda each: each.cell)


def whole(code: str, asked: Asked, *, facts: Facts, outside: Mapping[str, float] | None = None) -> Figure:
    return compute(code, asked, facts=facts, outside=outside)[0]


def _why_not(measure: Measure, asked: Asked, facts: Facts) -> Missing | None:
    span = asked.span
    if not span.is_begun or span.first > facts.taken_on:
        return Missing.NO_FACTS
    if measure.needs_next_year:
        following = year_span(span.school_year + 1, facts.taken_on)
        if span.kind != SpanKind.YEAR or not (span.is_over and following.is_over):
            return Missing.TOO_EARLY
    if measure.needs_history:
        earliest = facts.rows(_EARLIEST, {})[0][0]
        if earliest is None or earliest > asked.parameters["before"]:
            return Missing.NO_HISTORY
    return None


def _figure(measure: Measure, row: tuple[Any, ...], outside: Mapping[str, float]) -> Figure:
    cell, *numbers = row
    cell = str(cell)
    if measure.shape == Shape.VALUE:
        value, people = numbers
        return Figure.plain(_number(value), cell=cell, people=_count(people))
    counted, among, people = numbers
    if measure.outside:
        among = outside.get(measure.outside[0].part) if not cell else None
    if measure.shape == Shape.MEAN:
        return Figure.mean(float(counted), float(among), cell=cell, people=_count(people))
    return Figure.share(float(counted), _number(among), cell=cell, people=_count(people))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _count(value: Any) -> int | None:
    return None if value is None else int(value)
