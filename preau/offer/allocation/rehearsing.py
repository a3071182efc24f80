"""Families who ask early, played again and again while some of them move behind the others.

What was played before the first who moved is the same as last time: a rehearsal starts from there. The outcome is that
of playing everything again.
"""

from __future__ import annotations

from collections.abc import Set

from .families import Asker
from .turn import Turn

_STOPS = 8


class Rehearsal:
    """``marks``: how far it had been played, and the turn as it stood there, nothing broken yet among who stays early:
    whoever has a request broken moves, and the marks after them are forgotten."""

    def __init__(self, start: Turn, askers: list[Asker]) -> None:
        self.askers, self.marks = askers, [(0, start)]
        self.places = {child: place for place, asker in enumerate(askers) for child in asker.children}
        self.moved: set[int] = set()
        step = -(-len(askers) // _STOPS) or 1
        self.stops = [*range(step, len(askers), step), len(askers)]

    def play(self, late: Set[int]) -> Turn:
        """Everybody but those who are ``late``, who only ever become more."""
        first = min((self.places[child] for child in late - self.moved), default=len(self.askers))
        self.moved |= late
        while self.marks[-1][0] > first:
            self.marks.pop()
        place, mark = self.marks[-1]
        game = mark.copy()
        for stop in self.stops:
            if stop > place:
                here = self.askers[place:stop]
                game.play([asker.again() for asker in here if late.isdisjoint(asker.children)])
                place = stop
                if stop < len(self.askers):
                    self.marks.append((stop, game.copy()))
        return game
