"""The same indicator at several dates: what was shown stays known, and one arrival must not be read in the change.

A figure that moved by less than the threshold since any date at which it was shown keeps its last figure, with that
date: no change and a small one look the same. For the other figures of that day it is a hidden number, which could be
anything from a threshold less to a threshold more than what was shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .lattice import Lattice
from .model import Counts, Mask, Table
from .safe import Figure, Safe
from .windows import Window

_NOTHING = -1


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """``told``: for each table, what each earlier date showed, the oldest first; -1 where it showed nothing."""

    lattice: Lattice
    earlier: tuple[Safe, ...]
    told: Mapping[Table, tuple[Counts, ...]]

    @classmethod
    def of(cls, earlier: Sequence[Safe], lattice: Lattice) -> History:
        in_order = tuple(sorted(earlier, key=lambda safe: safe.day))
        told = {
            table: tuple(_told(lattice, table, safe) for safe in in_order if table in safe.tables)
            for table in lattice.tables
        }
        return cls(lattice, in_order, told)

    def last(self, table: Table) -> Counts:
        """The figure that each entry has shown last."""
        found = np.full(self.lattice.shape_of(table), _NOTHING, dtype=np.int64)
        for told in self.told[table]:
            found = np.where(told != _NOTHING, told, found)
        return found

    def kept(self, table: Table, labels: tuple[str, ...]) -> Figure | None:
        """The last figure, with the date at which it was true."""
        for safe in reversed(self.earlier):
            figure = safe.tables[table].figures.get(labels) if table in safe.tables else None
            if figure is not None and figure.value is not None:
                return Figure(figure.value, since=figure.since or safe.day)
        return None

    def hidden_before(self, table: Table) -> Mask:
        every = np.zeros(self.lattice.shape_of(table), dtype=np.bool_)
        for told in self.told[table]:
            every = np.asarray(every | (told == _NOTHING))
        return every

    def tighten(self, found: Mapping[Table, Window]) -> dict[Table, Window]:
        """Adds the figures that moved too little, and what must stay possible around what they have shown."""
        wanted: dict[Table, Window] = {}
        for table, window in found.items():
            wanted[table] = self._tightened(table, window, wanted)
        return wanted

    def _tightened(self, table: Table, window: Window, above: Mapping[Table, Window]) -> Window:
        value = self.lattice.project(table, self.lattice.counts)
        floor = self.lattice.project(table, self.lattice.floor)
        low, high, small, kept = window.low, window.high, window.small, window.kept
        for told in self.told[table]:
            near = (told != _NOTHING) & (abs(value - told) < window.least)
            low = np.where(near, np.where(small, np.minimum(low, told - window.least), told - window.least), low)
            high = np.where(near, np.where(small, np.maximum(high, told + window.least), told + window.least), high)
            small, kept = np.asarray(small | near), np.asarray(kept | near)
        for count in range(len(table)):
            for part in combinations(table, count):
                shown = np.where(
                    above[part].small,
                    np.iinfo(np.int64).max,
                    self.lattice.project(part, self.lattice.counts),
                )
                high = np.minimum(high, shown[tuple(slice(None) if name in part else None for name in table)])
        return Window(small, np.asarray(np.maximum(low, floor)), np.asarray(high), window.least, kept)


def restless(
    lattice: Lattice, masks: Mapping[Table, Mask], windows: Mapping[Table, Window], history: History
) -> dict[Table, Mask]:
    """What to keep besides, so that a line taken off its total tells no small change of those that were kept.

    Each line with such a remainder keeps one figure more, the first by name; the total itself when none is left.
    """
    more: dict[Table, Mask] = {}
    for table in lattice.tables if history.earlier else []:
        value, last = lattice.project(table, lattice.counts), history.last(table)
        for place, name in enumerate(table):
            if not lattice.axes[name].is_plain:
                continue
            total = tuple(each for each in table if each != name)
            mask = np.moveaxis(masks[table], place, -1)
            moved = np.where(mask, np.moveaxis(value - last, place, -1), 0).sum(axis=-1)
            known = (~mask | (np.moveaxis(last, place, -1) != _NOTHING)).all(axis=-1) & mask.any(axis=-1)
            tells = known & ~masks[total] & (moved != 0) & (abs(moved) < windows[total].least)
            if not tells.any():
                continue
            rest = (~mask).any(axis=-1)
            one = np.zeros_like(mask)
            np.put_along_axis(one, (~mask).argmax(axis=-1)[..., None], (tells & rest)[..., None], axis=-1)
            more[table] = more.get(table, np.zeros_like(masks[table])) | np.moveaxis(one, -1, place)
            more[total] = more.get(total, np.zeros_like(masks[total])) | (tells & ~rest)
    return more


def _told(lattice: Lattice, table: Table, safe: Safe) -> Counts:
    figures = safe.tables[table].figures
    found = np.full(lattice.shape_of(table), _NOTHING, dtype=np.int64)
    for place in np.ndindex(found.shape):
        labels = lattice.labels(table, place)
        figure = figures.get(labels) if labels is not None else None
        if figure is not None and figure.value is not None:
            found[place] = figure.value
    return found
