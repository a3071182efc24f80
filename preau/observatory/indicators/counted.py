"""What is counted of people, as cubes that can be protected: the whole, and each way of cutting it, with the whole.

Two ways of cutting have nothing in common but the whole (those who answer, and the others): where it is told exactly,
each may be protected by itself, since any two tables with the same whole are those of some town. Domains overlap:
each is a yes or no of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from preau.observatory.disclosure import Cube, Dimension
from preau.observatory.disclosure.model import Counts, Mask, Table

from .computing import Facts
from .enums import Breakdown
from .figures import Figure
from .measures import Measure, Of, Shape
from .measures.words import AGES, QF_ORDER

ANSWER, YES, NO = "answer", "yes", "no"
INSIDE, OUTSIDE = "in", "out"
_SENSITIVE = frozenset({Breakdown.QUOTIENT})
_FIXED = {Breakdown.AGE: tuple(AGES), Breakdown.QUOTIENT: QF_ORDER, Breakdown.SEX: ("girl", "boy")}
_FOUND = {
    Breakdown.AREA: "SELECT DISTINCT area FROM children UNION SELECT DISTINCT area FROM activities",
    Breakdown.LEVEL: "SELECT DISTINCT level FROM children",
    Breakdown.DOMAIN: "SELECT DISTINCT domain FROM activities",
    Breakdown.SEX: "SELECT DISTINCT sex FROM children",
}


@dataclass(frozen=True, slots=True)
class Part:
    """``name`` ends the name of its series. ``table`` crosses all its dimensions."""

    name: str
    cube: Cube
    table: Table


def has_answers(measure: Measure) -> bool:
    """Whether the others are counted too: a share of people, not of a number that comes from outside."""
    return measure.of is Of.PEOPLE and measure.shape is Shape.SHARE and not measure.outside


def whole_part(measure: Measure, figure: Figure) -> Part:
    if has_answers(measure):
        return Part("", Cube((_answer(),), _sides(figure)), (ANSWER,))
    return Part("", Cube((), np.array(_people(figure), dtype=np.int64)), ())


def cut_parts(
    measure: Measure, by: Breakdown, whole: Figure, cells: Mapping[str, Figure], values: Sequence[str]
) -> Iterator[Part]:
    """``cells``: the figure of each value that somebody has; the others are nobody."""
    if by is Breakdown.DOMAIN and measure.of is Of.PEOPLE:
        for value in values:
            yield _domain(measure, value, whole, cells.get(value))
        return
    dimension = Dimension(by.value, tuple(values), sensitive=by in _SENSITIVE)
    told = [cells.get(value) for value in values]
    if has_answers(measure):
        counts = np.array([_sides(each) for each in told], dtype=np.int64)
        possible = np.repeat(_possible(measure, by, values)[:, None], 2, axis=1) | (counts > 0)
        yield Part(by.value, Cube((dimension, _answer()), counts, possible), (ANSWER, by.value))
    else:
        counts = np.array([_people(each) for each in told], dtype=np.int64)
        possible = _possible(measure, by, values) | (counts > 0)
        yield Part(by.value, Cube((dimension,), counts, possible), (by.value,))


def values_of(by: Breakdown, facts: Facts) -> list[str]:
    """All that a child, or an activity, may have: who has none is not told by its absence. "" is unknown."""
    found = {str(row[0] or "") for row in facts.ask(_FOUND[by], {})} if by in _FOUND else set()
    unknown = set() if by is Breakdown.DOMAIN else {""}
    return sorted({*found, *_FIXED.get(by, ()), *unknown} - (set() if unknown else {""}))


def _domain(measure: Measure, value: str, whole: Figure, inside: Figure | None) -> Part:
    dimension = Dimension(Breakdown.DOMAIN.value, (INSIDE, OUTSIDE))
    name = f"{Breakdown.DOMAIN.value}/{value}"
    if has_answers(measure):
        every, some = _sides(whole), _sides(inside)
        cube = Cube((dimension, _answer()), np.stack([some, every - some]))
        return Part(name, cube, (ANSWER, Breakdown.DOMAIN.value))
    counts = np.array([_people(inside), _people(whole) - _people(inside)], dtype=np.int64)
    return Part(name, Cube((dimension,), counts), (Breakdown.DOMAIN.value,))


def _answer() -> Dimension:
    return Dimension(ANSWER, (NO, YES))


def _sides(figure: Figure | None) -> Counts:
    """(those who do not, those who do)."""
    counted, among = (figure.counted or 0, figure.among or 0) if figure else (0, 0)
    return np.array([among - counted, counted], dtype=np.int64)


def _people(figure: Figure | None) -> int:
    return (figure.people or 0) if figure else 0


def _possible(measure: Measure, by: Breakdown, values: Sequence[str]) -> Mask:
    """A band of ages that the measure does not count is empty for everybody to know."""
    first, last = measure.ages
    if by is not Breakdown.AGE:
        return np.ones(len(values), dtype=np.bool_)
    return np.array([value not in AGES or (AGES[value][0] <= last and AGES[value][1] >= first) for value in values])
