"""Hides numbers until each small one could be any number of its window. It ends: with nothing shown, if need be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .lattice import Lattice
from .model import Mask, Table
from .towns import Aim, Search, Widening
from .windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What the computation may cost. With less of it, more is hidden.

    ``rounds`` of hiding and looking again; ``partners`` tried for each box; ``cells``: the most crossings looked at
    together, beyond which the largest tables are not published at all; ``sparse``: a table of which more hundredths are
    too small is not told either.
    """

    rounds: int = 40
    partners: int = 48
    cells: int = 200_000
    sparse: int = 50


def hidden(
    lattice: Lattice, windows: Mapping[Table, Window], barred: Mapping[Table, Mask], effort: Effort
) -> dict[Table, Mask]:
    """For each table, what is not shown. ``barred``: what is hidden whatever its size."""
    masks = {
        table: np.array(windows[table].small | ~lattice.told(table) | barred.get(table, np.False_))
        for table in lattice.tables
    }
    withdrawn = [table for table in lattice.tables if _is_sparse(lattice, table, masks[table], effort)]
    for table in withdrawn:
        masks[table] = np.ones_like(masks[table])
    aims = _aims(lattice, windows, withdrawn)
    for _round in range(effort.rounds):
        search = Search(lattice, {table: ~mask for table, mask in masks.items()}, partners=effort.partners)
        found = [_unreached(search, aim, lattice, windows, aim.table in withdrawn) for aim in aims]
        aims = [_whole(left, lattice, windows) for left, _wide in found if left.entries.size]
        if not aims:
            return masks
        hides = [_hide(lattice, masks, wide) for _left, wide in found]
        if not any(hides):
            break
    return {table: np.ones_like(mask) for table, mask in masks.items()}


def _is_sparse(lattice: Lattice, table: Table, mask: Mask, effort: Effort) -> bool:
    """A crossing that would be mostly hidden is not told at all: what it still showed would cost its margins."""
    told = lattice.told(table)
    return bool(mask[told].sum() * 100 > told.sum() * effort.sparse)


def _unreached(
    search: Search, aim: Aim, lattice: Lattice, windows: Mapping[Table, Window], is_withdrawn: bool
) -> tuple[Aim, Widening]:
    """Of a crossing that is not told, nobody must find that somebody is there and that they are few: one is enough."""
    left, wide = search.unreached(aim)
    if is_withdrawn and left.entries.size:
        other = _whole(Aim(left.table, left.entries, left.need, not left.up), lattice, windows)
        both, _wide = search.unreached(other)
        kept = np.isin(left.entries, both.entries)
        return left.only(kept), wide.only(kept)
    return left, wide


def _aims(lattice: Lattice, windows: Mapping[Table, Window], withdrawn: list[Table]) -> list[Aim]:
    every = []
    for table in lattice.tables:
        entries = np.flatnonzero(windows[table].small)
        ways = (False,) if table in withdrawn else (False, True)
        every += [_whole(Aim(table, entries, entries, up), lattice, windows) for up in ways]
    return [aim.only(aim.need > 0) for aim in every if (aim.need > 0).any()]


def _whole(aim: Aim, lattice: Lattice, windows: Mapping[Table, Window]) -> Aim:
    """From the real town again: how many children more, or less, each entry must be seen with."""
    value = lattice.project(aim.table, lattice.counts).ravel()[aim.entries]
    window = windows[aim.table]
    need = window.high.ravel()[aim.entries] - value if aim.up else value - window.low.ravel()[aim.entries]
    return Aim(aim.table, aim.entries, need, aim.up)


def _hide(lattice: Lattice, masks: dict[Table, Mask], wide: Widening) -> bool:
    """Hides every figure that the chosen boxes would change."""
    touched: dict[Table, Mask] = {}
    for along, corners, cost in zip(wide.along, wide.corners, wide.cost, strict=True):
        if np.isfinite(cost):
            touched.setdefault(along, np.zeros(lattice.cells, dtype=np.bool_))[corners] = True
    hides = False
    for along, places in touched.items():
        for table in lattice.tables:
            if set(along) <= set(table):
                more = (lattice.project(table, places) > 0) & ~masks[table]
                masks[table] = np.asarray(masks[table] | more)
                hides = hides or bool(more.any())
    return hides
