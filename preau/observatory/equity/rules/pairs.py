"""Who can reach what, and in how many minutes: only the pairs that are near enough."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Wholes = NDArray[np.intp]
type Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """``origins`` (k,) and ``places`` (k,): numbers from 0; ``minutes`` (k,). A pair stands once, in any order.

    ``shape``: how many origins and how many places there are, those that reach nothing too.
    """

    origins: Wholes
    places: Wholes
    minutes: Floats
    shape: tuple[int, int]

    def __len__(self) -> int:
        return len(self.minutes)

    @classmethod
    def of_table(cls, table: Floats) -> Pairs:
        """From a full table (n, m) of minutes, where nothing goes as nan or infinity: what a timetable tells."""
        origins, places = np.nonzero(np.isfinite(table))
        return cls(origins, places, table[origins, places].astype(np.float64), (table.shape[0], table.shape[1]))

    def within(self, most: float) -> Pairs:
        """Those that take ``most`` minutes or less."""
        near = self.minutes <= most
        return Pairs(self.origins[near], self.places[near], self.minutes[near], self.shape)

    def of_places(self, kept: Wholes) -> Pairs:
        """The same for some places only, or for some of them several times; ``kept`` (q,): their numbers, in order."""
        by_place = np.argsort(self.places, kind="stable")
        starts = np.searchsorted(self.places[by_place], np.arange(self.shape[1] + 1))
        counts = (starts[1:] - starts[:-1])[kept]
        taken = by_place[runs(starts[:-1][kept], counts)]
        places = np.repeat(np.arange(len(kept)), counts)
        return Pairs(self.origins[taken], places, self.minutes[taken], (self.shape[0], len(kept)))


def runs(starts: Wholes, counts: Wholes) -> Wholes:
    """``counts[0]`` numbers from ``starts[0]``, then ``counts[1]`` from ``starts[1]``…, end to end."""
    ends = np.cumsum(counts)
    return np.asarray(np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - counts), counts))


def fastest(*ways: Pairs) -> Pairs:
    """The shortest of several ways (on foot, by bus) for each pair that one of them joins. At least one way."""
    shape = ways[0].shape
    origins, places = (np.concatenate([getattr(way, name) for way in ways]) for name in ("origins", "places"))
    minutes = np.concatenate([way.minutes for way in ways])
    if not len(minutes):
        return ways[0]
    key = origins * shape[1] + places
    order = np.argsort(key, kind="stable")
    firsts = np.flatnonzero(np.diff(key[order], prepend=-1))
    return Pairs(origins[order][firsts], places[order][firsts], np.minimum.reduceat(minutes[order], firsts), shape)
