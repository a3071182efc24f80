"""How long it takes: on foot, by bicycle, by bus where a timetable is given.

There is no network of streets: the crow's distance is stretched by a detour, and barriers are gone round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .barriers import Barrier, way_round
from .neighbours import neighbours
from .pairs import Floats, Pairs


@dataclass(frozen=True, slots=True)
class Gait:
    """``detour``: length of the way over the crow's distance; ``ready``: minutes lost whatever the distance."""

    km_per_hour: float
    detour: float = 1.3
    ready: float = 0.0

    def minutes(self, metres: Floats) -> Floats:
        return self.ready + metres * self.detour / (self.km_per_hour * 1000 / 60)

    def reach(self, minutes: float) -> float:
        """Metres as the crow flies."""
        return max(0.0, minutes - self.ready) * self.km_per_hour * 1000 / 60 / self.detour


def walk(age: int | None) -> Gait:
    """The house's pace for children of that age (brief i.2: 3.5 km/h under 6, 4 km/h from 6 to 11)."""
    return Gait(3.5 if age is not None and age < 6 else 4.0 if age is not None and age < 12 else 4.5)


def cycle(age: int | None) -> Gait:
    """A child rides at the pace of the adult beside it: 8 km/h under 8, then 11; two minutes for the lock."""
    return Gait(8.0 if age is not None and age < 8 else 11.0, ready=2.0)


def travel(origins: Floats, places: Floats, gait: Gait, most: float, barriers: Sequence[Barrier] = ()) -> Pairs:
    """Every pair that takes ``most`` minutes or less. ``origins`` (n, 2) and ``places`` (m, 2) in metres."""
    number, place, metres = neighbours(origins, places, gait.reach(most))
    if barriers:
        metres = way_round(origins[number], places[place], metres, barriers)
    return Pairs(number, place, gait.minutes(metres), (len(origins), len(places))).within(most)


def by_bus(access: Floats, ride: Floats, leave: Floats, *, wait: float = 0.0) -> Floats:
    """Door to door (n, m): walk to a stop (n, s), wait and ride to another (s, s), walk to the place (s, m).

    Minutes, infinity where nothing goes; ``ride`` at the hour that is asked. Give it to ``Pairs.of_table``.
    """
    return _shortest(_shortest(access, ride + wait), leave)


def _shortest(one: Floats, other: Floats) -> Floats:
    """Of every way through the middle: (n, s) and (s, m) to (n, m)."""
    found = np.full((one.shape[0], other.shape[1]), np.inf)
    for stop in range(one.shape[1]):
        np.minimum(found, one[:, stop, None] + other[None, stop], out=found)
    return found
