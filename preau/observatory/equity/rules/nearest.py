"""Plain travel time: the nearest place, and how many are near."""

from __future__ import annotations

import numpy as np

from .pairs import Floats, Pairs, Wholes


def nearest(pairs: Pairs) -> Floats:
    """Minutes to the nearest place of each origin (n,), infinity where there is none in the pairs."""
    found = np.full(pairs.shape[0], np.inf)
    np.minimum.at(found, pairs.origins, pairs.minutes)
    return found


def reached(pairs: Pairs, most: float) -> Wholes:
    """How many places each origin reaches in ``most`` minutes (n,)."""
    return np.bincount(pairs.origins[pairs.minutes <= most], minlength=pairs.shape[0])
