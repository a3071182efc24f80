"""Which numbers are too small to be told, and which numbers must all stay possible in their place.

Zero is small: it tells of everybody in the line that they are not in the column, and where zeros are shown each hidden
number is known to be one at least. The window of a small number goes from none to the threshold, whatever the number:
a window around the number itself would tell it to somebody who knows the rule. Where the number of a larger group is
told, and is between the two thresholds, the window ends there: nobody can be kept from knowing that a part is not more.
In a table of one dimension the window is of nearly two thresholds: it is there that replaying the rule on all towns is
within reach, and would otherwise tell who has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .lattice import Lattice
from .model import Counts, Mask, Table
from .thresholds import Thresholds


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """For each entry of a table: whether it is protected, and the numbers it must be possible to find there.

    ``least``: a number, or a change, of that much may be told. ``kept``: entries that an earlier date told, and that
    moved too little since.
    """

    small: Mask
    low: Counts
    high: Counts
    least: int
    kept: Mask


def windows(lattice: Lattice, thresholds: Thresholds, *, sensitive: bool) -> dict[Table, Window]:
    least = {table: _threshold(lattice, table, thresholds, sensitive=sensitive) for table in lattice.tables}
    values = {table: lattice.project(table, lattice.counts) for table in lattice.tables}
    children = {table: lattice.children(table) for table in lattice.tables}
    for_each = _amount_of_a_child(lattice, values[()], children[()])
    found = {}
    for table in lattice.tables:
        nobody = lattice.project(table, lattice.possible) == 0
        small = (children[table] < least[table]) & ~nobody
        widest = 2 * least[table] - 1 if len(table) == 1 else least[table]
        high = np.full(values[table].shape, widest * for_each, dtype=np.int64)
        for count in range(len(table)):
            for above in combinations(table, count):
                told = children[above] >= least[above]
                limit = np.where(told, values[above], np.iinfo(np.int64).max)
                places = tuple(slice(None) if name in above else None for name in table)
                high = np.minimum(high, limit[places])
        none = np.zeros_like(high)
        found[table] = Window(
            np.asarray(small), none, np.asarray(high), least[table] * for_each, np.zeros(high.shape, dtype=np.bool_)
        )
    return found


def _threshold(lattice: Lattice, table: Table, thresholds: Thresholds, *, sensitive: bool) -> int:
    return thresholds.of(sensitive=sensitive or any(lattice.axes[name].sensitive for name in table))


def _amount_of_a_child(lattice: Lattice, total: Counts, children: Counts) -> int:
    """Amounts are hidden within what a threshold of children bring on average; children, within themselves."""
    return max(1, -(-int(total) // max(1, int(children))))
