"""What somebody wants to publish: dimensions, a cube of children, the tables that are told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
Table = tuple[str, ...]
"""The names of the dimensions that are crossed, sorted; () is the total."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What children are told by. Each child has exactly one of ``values``.

    ``groups``: label → values, where it is groups that are told, nested or overlapping ("3 à 10 ans", "3 à 11 ans");
    without it, each value is told by itself. What does not exclude ("practises sport", "practises music") is one
    yes-or-no dimension each. ``sensitive``: income, disability, health, bullying, social aid.
    """

    name: str
    values: tuple[str, ...]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sensitive: bool = False

    def __post_init__(self) -> None:
        if not self.values or len(set(self.values)) < len(self.values):
            raise ValueError(f"The dimension {self.name} needs values, each once.")
        if any(not each or not each <= set(self.values) for each in self.groups.values()):
            raise ValueError(f"A group of {self.name} is empty, or holds a value that the dimension does not have.")

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(self.groups) or self.values


@dataclass(frozen=True, slots=True, eq=False)
class Behind:
    """The distinct children behind amounts (presences, hours): one line each amount."""

    codes: NDArray[np.int64]  # lines × dimensions
    children: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """Children, or amounts of them, in every crossing of ``dimensions``: non-negative whole numbers.

    ``possible``: False where nobody can be, by definition (three years old in the last year of school): a zero that
    everybody knows, and the only one that is told.
    """

    dimensions: tuple[Dimension, ...]
    counts: Counts
    possible: Mask | None = None
    behind: Behind | None = None

    def __post_init__(self) -> None:
        shape = tuple(len(each.values) for each in self.dimensions)
        if self.counts.shape != shape or (self.possible is not None and self.possible.shape != shape):
            raise ValueError("A cube has one number for each crossing of its dimensions.")
        if (self.counts < 0).any():
            raise ValueError("Nobody is counted less than zero times.")
        if self.possible is not None and self.counts[~self.possible].any():
            raise ValueError("Somebody is counted where nobody can be.")

    @classmethod
    def of_rows(
        cls,
        dimensions: Sequence[Dimension],
        columns: Mapping[str, Sequence[str]],
        *,
        amounts: Sequence[int] | None = None,
        children: Sequence[Any] | None = None,
        possible: Mask | None = None,
    ) -> Cube:
        """One row each child; or, with ``amounts`` and ``children``, one row each amount and whose it is."""
        if (amounts is None) != (children is None):
            raise ValueError("Amounts are told with the children behind them.")
        places = [{value: place for place, value in enumerate(each.values)} for each in dimensions]
        codes = np.array(
            [[where[value] for value in columns[each.name]] for each, where in zip(dimensions, places, strict=True)],
            dtype=np.int64,
        ).T
        shape = tuple(len(each.values) for each in dimensions)
        counts = np.zeros(shape, dtype=np.int64)
        np.add.at(counts, tuple(codes.T), 1 if amounts is None else np.asarray(amounts, dtype=np.int64))
        behind = None
        if children is not None:
            known = {child: number for number, child in enumerate(dict.fromkeys(children))}
            behind = Behind(codes, np.array([known[child] for child in children], dtype=np.int64))
        return cls(tuple(dimensions), counts, possible, behind)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Publication:
    """Linked tables of one cube, at one date: all that is told of these children by this indicator.

    ``series`` names the indicator: what it told at earlier dates is looked at. ``sensitive``: all the children of the
    cube are there for income, disability, health, bullying or social aid. Tables bring their margins with them.
    """

    series: str
    day: date
    cube: Cube
    tables: tuple[Table, ...]
    sensitive: bool = False

    def __post_init__(self) -> None:
        names = [each.name for each in self.cube.dimensions]
        if len(set(names)) < len(names) or any(not set(each) <= set(names) for each in self.tables):
            raise ValueError("A table crosses dimensions that the cube does not have.")
