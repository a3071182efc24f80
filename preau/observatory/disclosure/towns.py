"""Other towns: children counted otherwise, and the very same page.

A number is hidden when another town, with whole children and none less than zero, would give the same published
figures and have none in that place; and another one, the threshold. The library looks for these towns itself: what
it does not find, it does not believe in, and hides more.

A move takes children around the corners of a box: along a set ``along`` of dimensions, each corner is either the place
or its partner, and numbers go up and down in turn. It changes the tables that cross all of ``along``, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import gcd, prod

import numpy as np
from numpy.typing import NDArray

from .lattice import Lattice, Places
from .model import Counts, Mask, Table

Along = tuple[str, ...]
_CELLS_AT_ONCE = 1 << 22  # numbers of the towns that are looked at together


@dataclass(frozen=True, slots=True, eq=False)
class Aim:
    """Entries of a table (flat places) that should be seen with ``need`` children more (``up``), or less.

    ``either``: or with the other way's need, which is enough.
    """

    table: Table
    entries: Places
    need: Counts
    up: bool
    either: bool = False

    def only(self, which: Mask | Places) -> Aim:
        return Aim(self.table, self.entries[which], self.need[which], self.up, self.either)


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """One box for each entry of an aim, at each crossing of the ``others``, the dimensions that its table leaves out.

    ``steps``: for each dimension, how far the partner is; ``is_real``: False where there is no partner.
    """

    bases: Places
    others: Places
    steps: tuple[Places, ...]
    is_real: Mask

    def corners(self, rows: Places) -> list[tuple[bool, Places]]:
        """Whether the corner goes the way of the base, and where it is: (rows × others)."""
        found = [(True, self.bases[rows])]
        for step in self.steps:
            found += [(not same, corner + step[rows]) for same, corner in found]
        return [(same, corner[:, None] + self.others[None, :]) for same, corner in found]


@dataclass(slots=True, eq=False)
class Widening:
    """For each entry that was not reached, the cheapest box to hide. ``cost`` is infinite where none was found."""

    cost: NDArray[np.float64]
    along: list[Along]
    corners: list[Places]

    def only(self, which: Mask) -> Widening:
        rows = [int(row) for row in np.flatnonzero(which)]
        return Widening(self.cost[which], [self.along[row] for row in rows], [self.corners[row] for row in rows])


class Search:
    """What may move while the figures that are ``shown`` stay."""

    def __init__(self, lattice: Lattice, shown: dict[Table, Mask], *, partners: int) -> None:
        self.lattice, self.partners = lattice, partners
        self.boxes: dict[Along, tuple[Mask, Counts]] = {}
        weights = {
            table: prod(lattice.size[name] for name in lattice.names if name not in table) for table in lattice.tables
        }
        for along in lattice.tables:
            cost = np.zeros(lattice.shape, dtype=np.int64)
            for table in lattice.tables:
                if set(along) <= set(table):
                    cost = cost + weights[table] * lattice.spread(table, shown[table])
            flat = cost.ravel()
            self.boxes[along] = (lattice.possible & (flat == 0), flat)
        self.inside = {name: _padded(axis.holds) for name, axis in lattice.axes.items()}
        self.outside = {name: _padded(~axis.holds) for name, axis in lattice.axes.items()}

    def unreached(self, aim: Aim) -> tuple[Aim, Widening]:
        """The entries for which no other town was found, with what is still needed, and what to hide for each."""
        rows = max(1, _CELLS_AT_ONCE // max(1, self.lattice.cells))
        left: list[Places] = []
        still: list[Counts] = []
        wide = Widening(np.zeros(0), [], [])
        for start in range(0, aim.entries.size, rows):
            part = aim.only(np.arange(start, min(start + rows, aim.entries.size)))
            need, towns = self._push(part)
            open_ = np.flatnonzero(need > 0)
            if open_.size:
                found = self._widen(Aim(part.table, part.entries[open_], need[open_], part.up), towns[open_])
                wide.cost = np.concatenate([wide.cost, found.cost])
                wide.along += found.along
                wide.corners += found.corners
            left.append(part.entries[open_])
            still.append(need[open_])
        return Aim(aim.table, np.concatenate(left), np.concatenate(still), aim.up, aim.either), wide

    def decoys(self, aim: Aim) -> Widening:
        """For each entry, the cheapest box that is not hidden yet, needed or not."""
        return self._widen(aim, np.repeat(self.lattice.counts[None, :], aim.entries.size, axis=0))

    def _push(self, aim: Aim) -> tuple[Counts, Counts]:
        """Each entry has a town of its own; children are moved in it as long as boxes are free."""
        towns = np.repeat(self.lattice.counts[None, :], aim.entries.size, axis=0)
        need = aim.need.copy()
        for along in self._ways(aim.table):
            free = self.boxes[along][0]
            able = self.lattice.project(aim.table, free).ravel()[aim.entries] > 0
            if not able.any():
                continue
            for move in self._moves(aim, along):
                rows = np.flatnonzero(able & (need > 0) & move.is_real)
                if not rows.size:
                    if not (able & (need > 0)).any():
                        break
                    continue
                self._apply(move, rows, towns, need, free, up=aim.up)
        return need, towns

    def _apply(self, move: Move, rows: Places, towns: Counts, need: Counts, free: Mask, *, up: bool) -> None:
        rows = rows[free[move.bases[rows][:, None] + move.others[None, :]].any(axis=1)]
        if not rows.size:
            return
        corners = move.corners(rows)
        room = self._room(corners, rows, towns, need, up=up)
        for _same, places in corners:
            room[~free[places]] = 0
        before = np.cumsum(room, axis=1) - room
        moved = np.clip(need[rows][:, None] - before, 0, room)
        if moved.any():
            for same, places in corners:
                towns[rows[:, None], places] += moved if same == up else -moved
            need[rows] -= moved.sum(axis=1)

    def _room(
        self, corners: list[tuple[bool, Places]], rows: Places, towns: Counts, need: Counts, *, up: bool
    ) -> Counts:
        """How many children may go around: as many as the least populated of the corners that lose some."""
        room = np.repeat(need[rows][:, None], corners[0][1].shape[1], axis=1)
        for same, places in corners:
            if same != up:
                np.minimum(room, towns[rows[:, None], places] - self.lattice.floor[places], out=room)
        return room

    def _widen(self, aim: Aim, towns: Counts) -> Widening:
        best = Widening(
            np.full(aim.entries.size, np.inf), [()] * aim.entries.size, [np.zeros(0, np.int64)] * aim.entries.size
        )
        count = len(aim.table)
        for along in reversed(self._ways(aim.table)):
            if len(along) < count:
                count = len(along)
                looked = np.isinf(best.cost)
                if not looked.any():
                    break
            elif len(along) == len(aim.table):
                looked = np.isinf(best.cost)
            cost = self.boxes[along][1]
            for move in self._moves(aim, along):
                rows = np.flatnonzero(move.is_real & looked)
                if not rows.size:
                    continue
                corners = move.corners(rows)
                room = self._room(corners, rows, towns, aim.need, up=aim.up)
                price = np.zeros(room.shape, dtype=np.int64)
                for _same, places in corners:
                    price += cost[places]
                    room[~self.lattice.possible[places]] = 0
                each = np.where((room > 0) & (price > 0), price / np.maximum(room, 1), np.inf)
                chosen = each.argmin(axis=1)
                least = each[np.arange(rows.size), chosen]
                for place in np.flatnonzero(least < best.cost[rows]):
                    row = int(rows[place])
                    best.cost[row] = least[place]
                    best.along[row] = along
                    best.corners[row] = np.array([places[place, chosen[place]] for _same, places in corners])
        return best

    def _ways(self, table: Table) -> list[Along]:
        return [part for count in range(len(table) + 1) for part in combinations(table, count)]

    def _moves(self, aim: Aim, along: Along) -> Iterator[Move]:
        """Partners in a fixed order that skips about, so that a few of them are of every kind."""
        lattice, table = self.lattice, aim.table
        found = np.unravel_index(aim.entries, lattice.shape_of(table)) if table else ()
        entries = dict(zip(table, found, strict=True))
        others = _grid(
            [lattice.size[name] for name in lattice.names if name not in table],
            [lattice.stride[name] for name in lattice.names if name not in table],
        )
        choices = [(name, self.outside[name], True) for name in along]
        choices += [(name, self.inside[name], False) for name in table]
        sizes = [max(1, int(padded[1][entries[name]].max())) for name, padded, _is_partner in choices]
        total = prod(sizes)
        skip = _skip(total)
        for turn in range(min(total, self.partners)):
            rest = turn * skip % total
            taken: dict[tuple[str, bool], Places] = {}
            is_real = np.ones(aim.entries.size, dtype=np.bool_)
            for (name, (places, sizes_of), is_partner), size in zip(choices, sizes, strict=True):
                rest, digit = divmod(rest, size)
                many = sizes_of[entries[name]]
                is_real &= many > 0
                taken[name, is_partner] = places[entries[name], digit % np.maximum(many, 1)]
            base = np.zeros(aim.entries.size, dtype=np.int64)
            for name in table:
                base = base + taken[name, False] * lattice.stride[name]
            steps = tuple((taken[name, True] - taken[name, False]) * lattice.stride[name] for name in along)
            yield Move(base, others, steps, is_real)


def _padded(holds: Mask) -> tuple[Places, Counts]:
    """For each entry, its atoms one after the other, and how many they are."""
    many = holds.sum(axis=1)
    return np.argsort(~holds, axis=1, kind="stable"), many


def _grid(sizes: list[int], strides: list[int]) -> Places:
    found = np.zeros(1, dtype=np.int64)
    for size, stride in zip(sizes, strides, strict=True):
        found = (found[:, None] + np.arange(size, dtype=np.int64)[None, :] * stride).ravel()
    return found


def _skip(total: int) -> int:
    """A step without a common divisor, near the golden ratio: any few turns are spread over all."""
    step = max(1, round(total * 0.618))
    while gcd(step, total) > 1:
        step += 1
    return step
