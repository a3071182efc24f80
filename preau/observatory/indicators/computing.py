"""Asking the facts: a measure, a span, a way of cutting, and figures come back, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.utils import timezone

from preau.observatory.facts.worked_out import keep, kept

from .figures import Figure, Missing
from .measures import MEASURES, Asked, Measure, Shape
from .spans import SpanKind, year_span

_NAMES = re.compile(r"\$(\w+)")
_EARLIEST = "SELECT min(first_on) FROM participations"
_KEPT = "presences"


class Facts(Protocol):
    """What is read of a snapshot (``preau.observatory.facts.reading``)."""

    @property
    def version(self) -> str: ...
    @property
    def taken_at(self) -> datetime: ...
    def ask(self, sql: str, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]: ...


def known_until(facts: Facts) -> date:
    """The last day of which the snapshot knows something."""
    return timezone.localdate(facts.taken_at)


class NotCutThatWay(Exception):
    """The measure has no such breakdown: the definition of the indicator says which ones make sense."""


def compute(code: str, asked: Asked, *, facts: Facts, outside: Mapping[str, float] | None = None) -> list[Figure]:
    """One figure for the whole, or one for each cell of the breakdown, in the order of the cells' names.

    ``outside``: numbers that were typed, by part. Raises KeyError for what does not count itself, NotCutThatWay.
    """
    measure = MEASURES[code]
    if asked.by is not None and asked.by not in measure.breakdowns:
        raise NotCutThatWay(code, asked.by)
    if why := why_not(measure, asked, facts):
        return [Figure.none(why)]
    sql = measure.sql(asked)
    wanted = {name: asked.parameters[name] for name in set(_NAMES.findall(sql))}
    rows = facts.ask(sql, wanted)
    if measure.rule is not None:
        rows = [measure.rule(rows)]
    figures = [_figure(measure, row, outside or {}) for row in rows]
    if not figures:
        return [Figure.none(Missing.NOBODY)]
    return sorted(figures, key=lambda each: each.cell)


def whole(code: str, asked: Asked, *, facts: Facts, outside: Mapping[str, float] | None = None) -> Figure:
    return compute(code, asked, facts=facts, outside=outside)[0]


def why_not(measure: Measure, asked: Asked, facts: Facts) -> Missing | None:
    """Why nothing can be said of that span, before anything is counted."""
    span = asked.span
    if not span.is_begun or span.first > known_until(facts):
        return Missing.NO_FACTS
    if measure.needs_next_year:
        following = year_span(span.school_year + 1, known_until(facts))
        if span.kind != SpanKind.YEAR or not (span.is_over and following.is_over):
            return Missing.TOO_EARLY
    if measure.needs_history:
        earliest = earliest_day(facts)
        if earliest is None or earliest > asked.parameters["before"]:
            return Missing.NO_HISTORY
    return None


def earliest_day(facts: Facts) -> date | None:
    """The first day on which somebody came, as it was worked out at night, or asked now."""
    told = kept(facts.version, _KEPT).get("earliest")
    if told is not None:
        return date.fromisoformat(told)
    found: date | None = facts.ask(_EARLIEST, {})[0][0]
    return found


def settle_earliest_day(facts: Facts) -> None:
    if (found := earliest_day(facts)) is not None:
        keep(facts.version, _KEPT, {"earliest": found.isoformat()})


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
