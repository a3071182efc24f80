"""Hides numbers until each small one could be any number of its window. It ends: with nothing shown, if need be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from .lattice import Lattice
from .model import Mask, Table
from .towns import Aim, Search, Widening
from .windows import Window

_DECOYS = 12  # partners among which the box that is not needed is chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What the computation may cost. With less of it, more is hidden.

    ``rounds`` of hiding and looking again; ``partners`` tried for each box; ``cells``: the most crossings looked at
    together, beyond which the largest tables are not published at all; ``sparse``: a crossing of which more hundredths
    would be hidden is not told either.
    """

    rounds: int = 40
    partners: int = 48
    cells: int = 200_000
    sparse: int = 75


def hidden(
    lattice: Lattice, windows: Mapping[Table, Window], barred: Mapping[Table, Mask], effort: Effort
) -> dict[Table, Mask]:
    """For each table, what is not shown. ``barred``: what is hidden whatever its size.

    A crossing that ends mostly hidden is not told at all, and all is computed again without it: what it still showed
    would cost its margins, and how much of it was hidden would say how many of its numbers are small.
    """
    first = {
        table: np.array(windows[table].small | ~lattice.told(table) | barred.get(table, np.False_))
        for table in lattice.tables
    }
    withdrawn = _sparse(lattice, first, effort)
    while True:
        masks = _protected(lattice, windows, first, withdrawn, effort)
        sparse = _sparse(lattice, masks, effort)
        if sparse <= withdrawn:
            return masks
        withdrawn |= sparse


def _sparse(lattice: Lattice, masks: Mapping[Table, Mask], effort: Effort) -> set[Table]:
    return {table for table, mask in masks.items() if _is_sparse(lattice, table, mask, effort)}


def _is_sparse(lattice: Lattice, table: Table, mask: Mask, effort: Effort) -> bool:
    told = lattice.told(table)
    return len(table) > 1 and bool(mask[told].sum() * 100 > told.sum() * effort.sparse)


def _protected(
    lattice: Lattice,
    windows: Mapping[Table, Window],
    first: Mapping[Table, Mask],
    withdrawn: set[Table],
    effort: Effort,
) -> dict[Table, Mask]:
    masks = {table: np.ones_like(mask) if table in withdrawn else mask.copy() for table, mask in first.items()}
    aims = _aims(lattice, windows, withdrawn)
    _decoys(lattice, masks, [aim for aim in aims if aim.table not in withdrawn], effort)
    for _round in range(effort.rounds):
        if not _sparse(lattice, masks, effort) <= withdrawn:
            return masks  # to be computed again without these
        search = _search(lattice, masks, effort.partners)
        found = [_unreached(search, aim, lattice, windows) for aim in aims]
        aims = [_whole(left, lattice, windows) for left, _wide in found if left.entries.size]
        if not aims:
            return masks
        hides = [_hide(lattice, masks, wide) for _left, wide in found]
        if not any(hides):
            break
    return {table: np.ones_like(mask) for table, mask in masks.items()}


def _search(lattice: Lattice, masks: Mapping[Table, Mask], partners: int) -> Search:
    return Search(lattice, {table: ~mask for table, mask in masks.items()}, partners=partners)


def _decoys(lattice: Lattice, masks: dict[Table, Mask], aims: list[Aim], effort: Effort) -> None:
    """Some that are not small are always hidden with the small ones, even where these hide each other: or all that is
    hidden would be known to be small."""
    search = _search(lattice, masks, min(_DECOYS, effort.partners))
    for wide in [search.decoys(aim) for aim in aims]:
        _hide(lattice, masks, wide)


def _unreached(search: Search, aim: Aim, lattice: Lattice, windows: Mapping[Table, Window]) -> tuple[Aim, Widening]:
    left, wide = search.unreached(aim)
    if aim.either and left.entries.size:
        other = _whole(replace(left, up=not left.up), lattice, windows)
        both, _wide = search.unreached(other)
        kept = np.isin(left.entries, both.entries)
        return left.only(kept), wide.only(kept)
    return left, wide


def _aims(lattice: Lattice, windows: Mapping[Table, Window], withdrawn: set[Table]) -> list[Aim]:
    """Of a crossing that is not told, nobody must find that somebody is there and that they are few: one way is enough,
    but for the figures that an earlier date has told."""
    every = []
    for table in lattice.tables:
        window = windows[table]
        either = window.small & ~window.kept if table in withdrawn else np.zeros_like(window.small)
        for mask, ways in ((either, (False,)), (window.small & ~either, (False, True))):
            entries = np.flatnonzero(mask)
            every += [_whole(Aim(table, entries, entries, up, len(ways) == 1), lattice, windows) for up in ways]
    return [aim.only(aim.need > 0) for aim in every if (aim.need > 0).any()]


def _whole(aim: Aim, lattice: Lattice, windows: Mapping[Table, Window]) -> Aim:
    """From the real town again: how many children more, or less, each entry must be seen with."""
    value = lattice.project(aim.table, lattice.counts).ravel()[aim.entries]
    window = windows[aim.table]
    need = window.high.ravel()[aim.entries] - value if aim.up else value - window.low.ravel()[aim.entries]
    return replace(aim, need=need)


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
