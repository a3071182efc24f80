"""Population squares: made safe before anything is computed from them.

A measure of accessibility says how many children share a seat: asked often enough, with one session moved each time,
it gives back the children of every square. So it is given squares already put together, where each group holds the
threshold of children, spread evenly over all its squares, the empty ones too. What is computed from that, however
often, tells no more than that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .model import Counts

Squares = NDArray[np.int64]
"""One line each square: its column and its row in the grid."""


def grouped(places: Squares, children: Counts, threshold: int) -> NDArray[np.int64]:
    """The number of the group of each square.

    Squares are halved across their longest side, as long as both halves hold the threshold: neighbours stay together,
    and the order of the lines changes nothing. With fewer children than the threshold, all the squares are one group.
    """
    if places.shape != (children.size, 2) or (children < 0).any():
        raise ValueError("One place, and a number of children, for each square.")
    groups = np.zeros(children.size, dtype=np.int64)
    waiting, number = [np.arange(children.size)], 0
    while waiting:
        members = waiting.pop()
        halves = _halves(places, children, members, threshold)
        if halves is None:
            groups[members] = number
            number += 1
        else:
            waiting += halves
    return groups


def spread(places: Squares, children: Counts, threshold: int) -> NDArray[np.float64]:
    """Children of each square, as they may be used: those of its group, shared evenly. None, where they are too few."""
    if not children.size or int(children.sum()) < threshold:
        return np.zeros(children.size)
    groups = grouped(places, children, threshold)
    held = np.bincount(groups, weights=children)
    return np.asarray((held / np.bincount(groups))[groups], dtype=np.float64)


def _halves(
    places: Squares, children: Counts, members: NDArray[np.int64], threshold: int
) -> list[NDArray[np.int64]] | None:
    """Cut where both sides are the nearest to equal, between two columns or two rows; the longest side first."""
    sides = np.ptp(places[members], axis=0)
    for side in (0, 1) if sides[0] >= sides[1] else (1, 0):
        order = members[np.argsort(places[members, side], kind="stable")]
        at = places[order, side]
        held = np.cumsum(children[order])
        cuts = np.flatnonzero(at[1:] != at[:-1])
        fit = cuts[(held[cuts] >= threshold) & (held[-1] - held[cuts] >= threshold)]
        if fit.size:
            cut = int(fit[np.argmin(abs(2 * held[fit] - held[-1]))])
            return [order[cut + 1 :], order[: cut + 1]]
    return None
