"""What if one session moved, stopped or began: only what it touches is computed again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .catchment import STEPS, Steps, two_step
from .nearest import nearest, reached
from .pairs import Floats, Pairs, Wholes


@dataclass(frozen=True, slots=True)
class Seen:
    """What each origin has (n,): supply within reach, minutes to the nearest place, how many places are near."""

    access: Floats
    nearest: Floats
    count: Wholes


class Reach:
    """A town as it stands, ready to be asked « what if ». ``most``: minutes within which a place is near.

    The pairs hold what may matter: at least the last step and ``most``.
    """

    def __init__(self, pairs: Pairs, people: Floats, supply: Floats, *, most: float, steps: Steps = STEPS) -> None:
        self.people, self.supply, self.most, self.steps = people, supply, most, steps
        self.pairs = pairs.of_places(np.arange(pairs.shape[1]))
        self._starts = np.searchsorted(self.pairs.places, np.arange(pairs.shape[1] + 1))
        whole = two_step(self.pairs, people, supply, steps)
        self._ratio = whole.ratio
        self.now = Seen(whole.access, nearest(self.pairs), reached(self.pairs, most))

    def without(self, place: int) -> Seen:
        """The session of that number stops."""
        return self._changed(out=place)

    def with_one(self, origins: Wholes, minutes: Floats, supply: float) -> Seen:
        """One more, with the origins (q,) that reach it and their minutes (q,)."""
        return self._changed(come=(origins, minutes, supply))

    def moved(self, place: int, origins: Wholes, minutes: Floats) -> Seen:
        """The session takes place elsewhere, with the same supply."""
        return self._changed(out=place, come=(origins, minutes, float(self.supply[place])))

    def _changed(self, *, out: int | None = None, come: tuple[Wholes, Floats, float] | None = None) -> Seen:
        access, near, count = self.now.access.copy(), self.now.nearest.copy(), self.now.count.copy()
        if out is not None:
            origins, minutes = self._column(out)
            access[origins] -= self._ratio[out] * self.steps.of(minutes)
            count[origins] -= minutes <= self.most
            self._forget(near, origins[minutes <= near[origins]], out)
        if come is not None:
            origins, minutes, supply = come
            weights = self.steps.of(minutes)
            demand = float(self.people[origins] @ weights)
            access[origins] += weights * (supply / demand if demand > 0 else 0.0)
            count[origins] += minutes <= self.most
            near[origins] = np.minimum(near[origins], minutes)
        return Seen(np.maximum(access, 0.0), near, count)

    def _column(self, place: int) -> tuple[Wholes, Floats]:
        held = slice(self._starts[place], self._starts[place + 1])
        return self.pairs.origins[held], self.pairs.minutes[held]

    def _forget(self, near: Floats, origins: Wholes, out: int) -> None:
        """Those for whom it was the nearest look for their second."""
        asked = np.zeros(len(near), np.bool_)
        asked[origins] = True
        kept = asked[self.pairs.origins] & (self.pairs.places != out)
        near[origins] = np.inf
        np.minimum.at(near, self.pairs.origins[kept], self.pairs.minutes[kept])
