"""Which places lie within a distance: buckets as wide as the distance, so that nine of them hold every neighbour."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from .pairs import Floats, Wholes, runs

_EARTH = 6_371_000.0
_AT_ONCE = 4_000_000
"""Candidates that are held in memory together."""


def plane(lon: Floats, lat: Floats, *, around: tuple[float, float]) -> Floats:
    """Metres east and north of ``around`` (lon, lat), (n, 2). Degrees in WGS84; right within 0.1 % over 20 km."""
    east = np.radians(np.asarray(lon) - around[0]) * _EARTH * math.cos(math.radians(around[1]))
    return np.column_stack([east, np.radians(np.asarray(lat) - around[1]) * _EARTH])


def neighbours(origins: Floats, places: Floats, radius: float) -> tuple[Wholes, Wholes, Floats]:
    """Every (origin, place, metres) as the crow flies at ``radius`` metres or less.

    ``origins`` (n, 2) and ``places`` (m, 2) in metres. Work and memory follow the answer, not n × m.
    """
    if not len(origins) or not len(places) or radius <= 0:
        return np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0)
    corner = np.minimum(origins.min(0), places.min(0))
    own, theirs = (np.floor((each - corner) / radius).astype(np.int64) + 1 for each in (origins, places))
    wide = int(max(own[:, 0].max(), theirs[:, 0].max())) + 2
    keys = theirs[:, 1] * wide + theirs[:, 0]
    order = np.argsort(keys, kind="stable")
    keys, sorted_places = keys[order], places[order]
    rows = own[:, 1, None] + np.array([-1, 0, 1])
    starts = np.searchsorted(keys, rows * wide + own[:, :1] - 1, "left")
    counts = np.searchsorted(keys, rows * wide + own[:, :1] + 1, "right") - starts
    found = []
    for first, last in _slices(counts.sum(1)):
        number = np.repeat(np.arange(first, last), counts[first:last].sum(1))
        place = runs(starts[first:last].ravel(), counts[first:last].ravel())
        metres = np.hypot(*(origins[number] - sorted_places[place]).T)
        near = metres <= radius
        found.append((number[near], order[place[near]], metres[near]))
    return tuple(np.concatenate(each) for each in zip(*found, strict=True))  # type: ignore[return-value]


def _slices(counts: Wholes) -> list[tuple[int, int]]:
    """Runs of origins that have ``_AT_ONCE`` candidates or few more."""
    parts = np.cumsum(counts) // _AT_ONCE
    cuts = [0, *(np.flatnonzero(np.diff(parts)) + 1).tolist(), len(counts)]
    return list(pairwise(cuts))
