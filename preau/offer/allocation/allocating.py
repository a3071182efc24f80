"""The one verb: a problem and a seed in, places and reasons out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from .cases import Explainer
from .checking import check
from .lines import lines
from .outcome import Case, OfferOutcome, Place
from .problem import Problem
from .seats import OPEN, RELEASED
from .solving import Solved, solve_tables
from .tables import draw_numbers, drawn_by, tabulate


class Outcome:
    """The same bytes for the same problem and seed, on any machine and in any order of the input.

    ``unsettled``: wishes (application, rank) of bundles and siblings that the outcome leaves open though they would
    fit in place of what was granted; nothing else can be there (decision 0025).
    """

    def __init__(self, problem: Problem, solved: Solved, numbers: Mapping[str, bytes]) -> None:
        self._solved, self._numbers, tables = solved, numbers, solved.tables
        self._lines = lines(solved)
        self._explainer = Explainer(solved, self._lines, problem.rules)
        self._index = {application.key: child for child, application in enumerate(tables.applications)}
        self.keys = tuple(sorted(self._index))
        self.offers: Mapping[str, OfferOutcome] = {line.told.key: line.told for line in self._lines}
        self.unsettled = tuple(
            tuple((tables.applications[child].key, rank + 1) for child, rank in row) for row in solved.unsettled
        )

    def number(self, application: str) -> int:
        """Drawn, from 1; siblings who ask to be together have numbers that follow each other."""
        return self._index[application] + 1

    def drawn(self, application: str) -> str:
        """The number itself, in hexadecimal: that of the siblings when they ask to be together."""
        return self._numbers[drawn_by(self._solved.tables.applications[self._index[application]])].hex()

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """By application, then by offer."""
        return tuple(place for key in self.keys for place in self.places_of(key))

    def places_of(self, application: str) -> list[Place]:
        child, tables = self._index[application], self._solved.tables
        return [
            Place(
                application,
                tables.offers[offer].key,
                seat.rank + 1,
                seat.turn,
                "" if seat.reserve in (OPEN, RELEASED) else tables.offers[offer].reserves[seat.reserve].criterion,
            )
            for offer, seat in sorted(self._solved.seats[child].items())
        ]

    @property
    def waiting(self) -> dict[str, tuple[str, ...]]:
        return {key: offer.waiting for key, offer in self.offers.items()}

    def cases(self, application: str) -> tuple[Case, ...]:
        """One per wish, in the order of the wishes."""
        return self._explainer.cases(self._index[application])

    def all_cases(self) -> Iterator[Case]:
        return (case for key in self.keys for case in self.cases(key))


def solve(problem: Problem, *, seed: bytes) -> Outcome:
    """Raises BadFile for a problem that cannot be allocated."""
    check(problem)
    return solve_drawn(problem, draw_numbers(problem, seed))


def solve_drawn(problem: Problem, numbers: Mapping[str, bytes]) -> Outcome:
    """With numbers drawn elsewhere, by key of application and of group; the smallest comes first."""
    with _no_collection():
        tables = tabulate(problem, numbers)
        solved = solve_tables(tables, first_activity_first=problem.rules.first_activity_first)
        return Outcome(problem, solved, numbers)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small things are made and none is a cycle: looking for cycles takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
