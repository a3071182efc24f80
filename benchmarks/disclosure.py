"""Hiding the small numbers of linked tables, as towns grow: how long, and how much of them is still shown."""

from __future__ import annotations

from datetime import date
from math import prod
from time import perf_counter

import numpy as np

from preau.observatory.disclosure import Cube, Dimension, Publication, Safe, Thresholds, protect

SIZES = {"area": 20, "band": 6, "level": 12, "sex": 2}
TABLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "by area and level": (("area", "level"),),
    "three linked tables": (("area", "level"), ("area", "band"), ("band", "level")),
    "all four at once": (("area", "band", "level", "sex"),),
}
RULE = Thresholds(since=date(2026, 9, 1), cell=5, sensitive_cell=11, percentage=20, rounding=5, firms=3, firm_share=85)


def run() -> None:
    for children in (1_000, 5_000, 30_000):
        cube = _town(children)
        for name, tables in TABLES.items():
            start = perf_counter()
            safe = protect(Publication(series="bench", day=date(2026, 11, 1), cube=cube, tables=tables), RULE)
            took = perf_counter() - start
            print(f"  {children:>6} children, {name:<20} {took:6.2f} s   {_shown(safe):.0%} of the figures shown")


def _town(children: int) -> Cube:
    """Areas and levels of uneven sizes; the same town each time."""
    chance = np.random.default_rng(5)
    dimensions = tuple(
        Dimension(name, tuple(str(place) for place in range(size)), sensitive=name == "band")
        for name, size in SIZES.items()
    )
    shares = [chance.dirichlet(np.full(size, 3.0)) for size in SIZES.values()]
    places = [chance.choice(size, children, p=share) for size, share in zip(SIZES.values(), shares, strict=True)]
    flat = np.ravel_multi_index(places, tuple(SIZES.values()))
    counts = np.bincount(flat, minlength=prod(SIZES.values())).reshape(tuple(SIZES.values()))
    return Cube(dimensions, counts.astype(np.int64))


def _shown(safe: Safe) -> float:
    figures = [figure for table in safe.tables.values() for figure in table.figures.values()]
    return sum(not figure.is_hidden for figure in figures) / len(figures)
