"""The same deferred acceptance for a million children, in arrays: single wishes, one place each, no reserve.

All who are free ask at once; each offer keeps its best; whoever is let go asks further. When few are left to ask, one
by one is faster. The outcome of single wishes does not depend on who asks first, so it is that of ``solve``.
"""

from __future__ import annotations

from heapq import heapify, heappushpop

import numpy as np
from numpy.typing import NDArray


def place(
    wishes: NDArray[np.int32], seats: NDArray[np.int64], classes: NDArray[np.int64], *, few: int = 20_000
) -> NDArray[np.int64]:
    """The rank granted to each child, or the number of wishes when none is.

    ``wishes[child]``: offers, best first, -1 after the last. Children are numbered by the draw, smallest first;
    ``classes``: of each child, 0 first. ``few``: children left to ask, from where one by one is faster.
    """
    count, most = wishes.shape
    priority = classes * count + np.arange(count)
    worst = np.where(seats > 0, np.iinfo(np.int64).max, -1)
    """By offer: a newcomer has to come before."""
    taken = np.zeros(len(seats), np.int64)
    at, free = np.zeros(count, np.int64), np.arange(count)
    while len(free) > few:
        free = _ask(wishes, at, free, priority, worst, most)
        taken += np.bincount(wishes[free, at[free]], minlength=len(seats))
        free = _let_go(wishes, at, taken, seats, priority, worst, most)
        at[free] += 1
    _one_by_one(wishes, at, free, priority, seats, most)
    return at


def _ask(
    wishes: NDArray[np.int32],
    at: NDArray[np.int64],
    free: NDArray[np.int64],
    priority: NDArray[np.int64],
    worst: NDArray[np.int64],
    most: int,
) -> NDArray[np.int64]:
    """Moves each on to the first offer that might keep it; those who found one."""
    found = []
    while len(free):
        free = free[at[free] < most]
        offer = wishes[free, at[free]]
        at[free[offer < 0]] = most
        free, offer = free[offer >= 0], offer[offer >= 0]
        may = priority[free] < worst[offer]
        found.append(free[may])
        free = free[~may]
        at[free] += 1
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _let_go(
    wishes: NDArray[np.int32],
    at: NDArray[np.int64],
    taken: NDArray[np.int64],
    seats: NDArray[np.int64],
    priority: NDArray[np.int64],
    worst: NDArray[np.int64],
    most: int,
) -> NDArray[np.int64]:
    """Those for whom an offer has no seat left; ``taken`` and ``worst`` follow."""
    over = np.append(taken > seats, False)
    asking = np.flatnonzero(at < most)
    offer = wishes[asking, at[asking]]
    asking = asking[over[offer]]
    offer = wishes[asking, at[asking]]
    order = np.lexsort((priority[asking], offer))
    asking, offer = asking[order], offer[order]
    starts = np.searchsorted(offer, offer)
    rank = np.arange(len(offer)) - starts
    stays = rank < seats[offer]
    last = stays & (rank == seats[offer] - 1)
    worst[offer[last]] = priority[asking[last]]
    np.minimum(taken, seats, out=taken)
    away: NDArray[np.int64] = asking[~stays]
    return away


def _one_by_one(
    wishes: NDArray[np.int32],
    at: NDArray[np.int64],
    free: NDArray[np.int64],
    priority: NDArray[np.int64],
    seats: NDArray[np.int64],
    most: int,
) -> None:
    """Heaps of negated priorities: the worst one kept is on top."""
    count = len(wishes)
    seated = np.ones(count, bool)
    seated[free] = False
    holders = np.flatnonzero(seated & (at < most))
    offers = wishes[holders, at[holders]]
    order = np.argsort(offers, kind="stable")
    bounds = np.searchsorted(offers[order], np.arange(len(seats) + 1)).tolist()
    kept = (-priority[holders[order]]).tolist()
    heaps: dict[int, list[int]] = {}
    for first in free.tolist():
        child: int | None = first
        while child is not None:
            rank = int(at[child])
            offer = int(wishes[child, rank]) if rank < most else -1
            if offer < 0:
                at[child], child = most, None
                continue
            heap = heaps.get(offer)
            if heap is None:
                heap = heaps[offer] = kept[bounds[offer] : bounds[offer + 1]]
                heapify(heap)
            room, own = int(seats[offer]), -int(priority[child])
            if len(heap) < room:
                heap.append(own)
                heapify(heap)
                child = None
                continue
            gone = heappushpop(heap, own) if room else own
            child = -gone % count
            at[child] += 1
