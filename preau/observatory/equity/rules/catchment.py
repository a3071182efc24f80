"""Places within reach for each child: the enhanced two-step floating catchment area (E2SFCA).

Luo and Qi, « An enhanced two-step floating catchment area (E2SFCA) method… », Health & Place 15 (2009); the plain
2SFCA of Luo and Wang (2003) is the same with one step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pairs import Floats, Pairs, Wholes


@dataclass(frozen=True, slots=True)
class Steps:
    """``weights[k]`` counts up to ``bounds[k]`` minutes included; beyond the last, nothing. Bounds grow."""

    bounds: tuple[float, ...]
    weights: tuple[float, ...]

    @classmethod
    def flat(cls, most: float) -> Steps:
        """Everything near enough counts the same: 2SFCA."""
        return cls((most,), (1.0,))

    @property
    def last(self) -> float:
        return self.bounds[-1]

    def of(self, minutes: Floats) -> Floats:
        """(k,) to (k,)."""
        return np.array([*self.weights, 0.0])[np.searchsorted(self.bounds, minutes, "left")]


STEPS = Steps((10.0, 15.0, 20.0), (1.0, 0.68, 0.22))
"""The example of the brief (i.2); a choice of the house, not a law of nature."""


@dataclass(frozen=True, slots=True)
class Catchment:
    """``demand`` (m,): children who share each place, weighed; ``ratio`` (m,): supply for each of them, 0 where nobody
    does; ``access`` (n,): supply within reach for each child of the origin.
    """

    demand: Floats
    ratio: Floats
    access: Floats


def two_step(pairs: Pairs, people: Floats, supply: Floats, steps: Steps = STEPS) -> Catchment:
    """``people`` (n,): children at each origin; ``supply`` (m,): seats, or seats × hours, at each place.

    Σ people × access = Σ supply of the places that somebody reaches: nothing is made nor lost.
    """
    origins, places = pairs.shape
    weights = steps.of(pairs.minutes)
    demand = _sums(pairs.places, people[pairs.origins] * weights, places)
    ratio = np.divide(supply, demand, out=np.zeros(places), where=demand > 0)
    return Catchment(demand, ratio, _sums(pairs.origins, ratio[pairs.places] * weights, origins))


def _sums(numbers: Wholes, values: Floats, count: int) -> Floats:
    return np.bincount(numbers, values, minlength=count).astype(np.float64, copy=False)  # whole when there is none
