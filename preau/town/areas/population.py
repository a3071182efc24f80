"""Who lives in an area, from the squares of 200 m: estimated, rounded, and silent where a number would tell too much.

A square has no meaning alone: INSEE treats the sparse ones, and their figures are models. So squares are spread over
areas by surface, and an area is told only when more than a square or two and enough households make it. How many are
enough is what the town decided of small numbers: ``sensitive_cell`` households, whose incomes INSEE protects under
eleven, and ``cell`` children of an age; estimates are rounded to its step, as a unit would pretend to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shapely import STRtree

from preau.people.smallnumbers.floor import SmallNumbers
from preau.town.areas.locating import surface
from preau.town.areas.models import Area, GridCell

AGES = ("aged_0_3", "aged_4_5", "aged_6_10", "aged_11_17", "aged_18_24")
LEAST_SQUARES = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over squares, before anything is rounded or silenced. ``squares`` counts parts: half a square is 0.5."""

    ages: dict[str, float]
    people: float
    households: float
    squares: float


@dataclass(frozen=True, slots=True)
class Population:
    """What may be told of an area: None where it may not. ``is_told`` False: nothing of it."""

    area: Area
    ages: dict[str, int | None]
    people: int | None

    @property
    def is_told(self) -> bool:
        return self.people is not None

    @property
    def minors(self) -> int | None:
        """Under 18; None when one of the ages is silent: it would be found by subtraction."""
        told = [self.ages[age] for age in AGES[:-1]]
        return None if None in told else sum(count for count in told if count is not None)


def populations(areas: Sequence[Area], cells: Iterable[GridCell], small: SmallNumbers) -> list[Population]:
    """Of each area, in order. Where one is silent for an age, the next smallest is too: no subtraction gives it."""
    counted = spread(areas, cells)
    told = {area.pk: _told(counted[area.pk], small) for area in areas}
    for age in AGES:
        _hide_a_second(told, age)
    return [Population(area, told[area.pk], _people(counted[area.pk], small)) for area in areas]


def spread(areas: Sequence[Area], cells: Iterable[GridCell]) -> dict[int, Counts]:
    """Every square's people, spread over the areas by the part of its surface in each."""
    held = list(cells)
    squares = [surface(cell.outline) for cell in held]
    tree = STRtree(squares)
    counted = {}
    for area in areas:
        whole = surface(area.outline)
        parts = [
            (held[at], squares[at].intersection(whole).area / squares[at].area)
            for at in tree.query(whole, predicate="intersects")
        ]
        counted[area.pk] = _sum(parts)
    return counted


def share_inside(cell: Mapping[str, object], town: Mapping[str, object]) -> float:
    """The part of a square's surface inside the town, 0 to 1. Both are GeoJSON outlines."""
    square = surface(dict(cell))
    return round(min(1.0, square.intersection(surface(dict(town))).area / square.area), 4) if square.area else 0.0


def _sum(parts: Sequence[tuple[GridCell, float]]) -> Counts:
    return Counts(
        ages={age: sum(getattr(cell, age) * part for cell, part in parts) for age in AGES},
        people=sum(cell.people * part for cell, part in parts),
        households=sum(cell.households * part for cell, part in parts),
        squares=sum(part for _, part in parts),
    )


def _is_dense(counts: Counts, small: SmallNumbers) -> bool:
    return counts.households >= small.sensitive_cell and counts.squares >= LEAST_SQUARES


def _people(counts: Counts, small: SmallNumbers) -> int | None:
    return _rounded(counts.people, small.rounding) if _is_dense(counts, small) else None


def _told(counts: Counts, small: SmallNumbers) -> dict[str, int | None]:
    is_dense = _is_dense(counts, small)
    return {
        age: _rounded(count, small.rounding) if is_dense and count >= small.cell else None
        for age, count in counts.ages.items()
    }


def _rounded(count: float, step: int) -> int:
    return step * round(count / step)


def _hide_a_second(told: Mapping[int, dict[str, int | None]], age: str) -> None:
    silent = [ages for ages in told.values() if ages[age] is None]
    others = [ages for ages in told.values() if ages[age] is not None]
    if len(silent) == 1 and others:
        min(others, key=lambda ages: ages[age] or 0)[age] = None
