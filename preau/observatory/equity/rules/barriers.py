"""What nobody crosses but at a passage: a railway, a river, a motorway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .pairs import Flags, Floats


@dataclass(frozen=True, slots=True)
class Barrier:
    """``lines``: polylines (k, 2) that hold together; ``passages`` (p, 2): bridges and crossings through any of them.
    Metres. No passage: nobody crosses.
    """

    lines: tuple[Floats, ...]
    passages: Floats


def way_round(origins: Floats, places: Floats, metres: Floats, barriers: Sequence[Barrier]) -> Floats:
    """Metres by the best passage for pairs whose straight way crosses a barrier; the others keep theirs.

    All three have a row for each pair: (k, 2), (k, 2), (k,). Barriers are gone round one at a time and the longest
    detour counts: two of them in a row may be a little longer than is said.
    """
    found = metres.copy()
    for barrier in barriers:
        stopped = np.flatnonzero(np.any([crosses(origins, places, line) for line in barrier.lines], axis=0))
        best = np.full(len(stopped), np.inf)
        for passage in barrier.passages:
            there, back = origins[stopped] - passage, places[stopped] - passage
            np.minimum(best, np.hypot(*there.T) + np.hypot(*back.T), out=best)
        found[stopped] = np.maximum(found[stopped], best)
    return found


def crosses(origins: Floats, places: Floats, line: Floats) -> Flags:
    """Whether the straight way of each pair cuts the polyline; one that only touches it from a side does not."""
    found = np.zeros(len(origins), np.bool_)
    for one, other in pairwise(line):
        are_apart = (_side(one, other, origins) > 0) != (_side(one, other, places) > 0)
        is_within = (_turn(origins, places, one) > 0) != (_turn(origins, places, other) > 0)
        found |= are_apart & is_within
    return found


def _side(one: Floats, other: Floats, points: Floats) -> Floats:
    """On which side of a segment each point lies: positive on its left."""
    return np.asarray((other[0] - one[0]) * (points[:, 1] - one[1]) - (other[1] - one[1]) * (points[:, 0] - one[0]))


def _turn(origins: Floats, places: Floats, point: Floats) -> Floats:
    """On which side of each way a point lies."""
    way = places - origins
    return np.asarray(way[:, 0] * (point[1] - origins[:, 1]) - way[:, 1] * (point[0] - origins[:, 0]))
