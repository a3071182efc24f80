"""From what somebody wants to publish to what may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

import numpy as np

from .dates import History, restless
from .hiding import Effort, hidden
from .lattice import Lattice
from .model import Cube, Mask, Publication, Table
from .reasons import Reason
from .safe import Figure, Safe, SafeTable, sealed, sealed_table
from .thresholds import Thresholds
from .windows import Window, windows


def protect(
    publication: Publication,
    thresholds: Thresholds,
    *,
    earlier: Sequence[Safe] = (),
    grown_from: Cube | None = None,
    effort: Effort | None = None,
) -> Safe:
    """``earlier``: all that this series has shown, which cannot be taken back.

    ``grown_from``: the cube at the latest of these dates, where the indicator only grows (children met since
    September): somebody who reads it knows that, and what was hidden stays hidden until the next period.
    """
    effort = effort or Effort()
    tables, left_out = _within(publication, effort)
    lattice = Lattice(publication.cube, tables, floor=grown_from)
    found = windows(lattice, thresholds, sensitive=publication.sensitive)
    history = History.of(earlier, lattice)
    wanted = history.tighten(found)
    barred = {table: history.hidden_before(table) for table in lattice.tables} if grown_from is not None else {}
    masks = _settled(lattice, wanted, history, barred, effort)
    shown = {table: _table(publication, lattice, table, masks[table], history) for table in lattice.tables}
    for table in left_out:
        shown[table] = _nothing(publication, table)
    return sealed(publication.series, publication.day, shown)


def _settled(
    lattice: Lattice, wanted: Mapping[Table, Window], history: History, barred: Mapping[Table, Mask], effort: Effort
) -> dict[Table, Mask]:
    """Hides more until no line tells a small change of those that are kept together."""
    for _round in range(effort.rounds):
        masks = hidden(lattice, wanted, barred, effort)
        more = restless(lattice, masks, wanted, history)
        if not more:
            return masks
        barred = {
            table: barred.get(table, np.zeros_like(mask)) | more.get(table, np.zeros_like(mask))
            for table, mask in masks.items()
        }
    return {table: np.ones(lattice.shape_of(table), dtype=np.bool_) for table in lattice.tables}


def _within(publication: Publication, effort: Effort) -> tuple[list[Table], list[Table]]:
    """Tables that can be looked at together, the smallest first. The others are not published: never less is hidden."""
    size = {each.name: len(each.values) for each in publication.cube.dimensions}
    kept: list[Table] = []
    left: list[Table] = []
    for table in sorted({tuple(sorted(each)) for each in publication.tables}, key=lambda each: (len(each), each)):
        names = {name for each in (*kept, table) for name in each}
        (kept if prod(size[name] for name in names) <= effort.cells else left).append(table)
    return kept, left


def _table(publication: Publication, lattice: Lattice, table: Table, mask: Mask, history: History) -> SafeTable:
    values = lattice.project(table, lattice.counts)
    figures: dict[tuple[str, ...], Figure] = {}
    for place in np.ndindex(values.shape):
        labels = lattice.labels(table, place)
        if labels is None:
            continue
        if not mask[place]:
            figures[labels] = Figure(int(values[place]))
        else:
            figures[labels] = history.kept(table, labels) or Figure(None, Reason.FEW)
    return sealed_table(publication.series, publication.day, table, figures)


def _nothing(publication: Publication, table: Table) -> SafeTable:
    by_name = {each.name: each for each in publication.cube.dimensions}
    every = product(*(sorted(by_name[name].told) for name in table))
    return sealed_table(
        publication.series, publication.day, table, {labels: Figure(None, Reason.FEW) for labels in every}
    )
