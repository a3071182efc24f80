"""From squares to quarters: sums and middles, by the number of a group."""

from __future__ import annotations

import numpy as np

from .pairs import Floats, Wholes


def sums(values: Floats, groups: Wholes, count: int) -> Floats:
    """(n,) and the group of each (n,), from 0, to (count,)."""
    return np.bincount(groups, values, minlength=count).astype(np.float64)


def means(values: Floats, people: Floats, groups: Wholes, count: int) -> Floats:
    """Weighed by people; nan where nobody lives."""
    everybody = sums(people, groups, count)
    found = np.full(count, np.nan)
    np.divide(sums(values * people, groups, count), everybody, out=found, where=everybody > 0)
    return found


def middle(values: Floats, people: Floats) -> float:
    """The median over people: half of them have this or less. Infinity counts as the longest; nan for nobody."""
    if not people.sum() > 0:
        return float("nan")
    order = np.argsort(values, kind="stable")
    at = int(np.searchsorted(np.cumsum(people[order]), people.sum() / 2))
    return float(values[order][min(at, len(values) - 1)])
