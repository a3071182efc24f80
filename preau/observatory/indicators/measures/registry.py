"""Measures: what counts itself. Each is one question asked of the facts, in SQL that DuckDB reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from preau.observatory.indicators.enums import Breakdown
from preau.observatory.indicators.library.entry import Words
from preau.observatory.indicators.spans import HISTORY_MONTHS, Span, months_before, year_span


class Shape(StrEnum):
    """What the columns after ``cell`` are. ``people`` is last: how many stand behind the cell, for the threshold."""

    SHARE = "share"  # counted, among, people
    MEAN = "mean"  # total, among, people
    VALUE = "value"  # value, people


class Of(StrEnum):
    """Who stands behind a figure, for the thresholds that hide small numbers."""

    THINGS = "things"  # actions, schools, agreements: nobody is hidden
    PEOPLE = "people"  # ``counted`` are people, and so are the others of ``among``
    SMALLEST = "smallest"  # ``people`` is how many stand on the smallest of the sides that the figure is worked out of


@dataclass(frozen=True, slots=True)
class Outside:
    """A number that no operation holds, typed with its source and its date: the denominator of a share."""

    part: str
    words: Words


@dataclass(frozen=True, slots=True)
class Asked:
    """``presences``: from how many on one takes part, in the town, on the last day of the span."""

    span: Span
    presences: int
    by: Breakdown | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        span = self.span
        next_year = year_span(span.school_year + 1, span.until)
        return {
            "first": span.first,
            "until": span.until,
            "year": span.school_year,
            "presences": self.presences,
            "before": months_before(span.first, HISTORY_MONTHS),
            "next_first": next_year.first,
            "next_last": next_year.last,
        }


type Sql = Callable[[Asked], str]
type Rule = Callable[[Sequence[tuple[Any, ...]]], tuple[str, float | None, int | None]]
"""From the rows of the question to (cell, value, people)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """``needs_next_year``: known once the year after is over. ``needs_history``: 24 months of facts before.

    ``yearly``: its facts carry a school year and no day, so that terms and months would lie.
    ``ages``: nobody else can be counted, as everybody knows.
    ``rule``: where the value is worked out of all the rows together; it is then written there, and nowhere in SQL.
    """

    code: str
    sql: Sql
    shape: Shape = Shape.SHARE
    of: Of = Of.PEOPLE
    ages: tuple[int, int] = (0, 25)
    breakdowns: tuple[Breakdown, ...] = ()
    outside: tuple[Outside, ...] = ()
    needs_next_year: bool = False
    needs_history: bool = False
    yearly: bool = False
    rule: Rule | None = None


MEASURES: dict[str, Measure] = {}


def measure(code: str, **said: Any) -> Callable[[Sql], Sql]:
    """Declares a function of what is asked as the measure of that indicator."""

    def declare(sql: Sql) -> Sql:
        if code in MEASURES:
            raise ValueError(code)
        MEASURES[code] = Measure(code, sql, **said)
        return sql

    return declare
