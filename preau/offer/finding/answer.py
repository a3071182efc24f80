"""What a selection finds in the index: which entries, in which order, and how many each other filter would find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from heapq import nsmallest

from .asking import QUESTIONS, RULES, Asked, Walk, extras_of, seasons_of, walks_of
from .bits import numbers_in
from .entries import Entry
from .index import Index
from .lexicon import Wanted, weighed
from .selection import Selection
from .vocabulary import DAYS, MOMENTS, PERIODS

FURTHEST = 10_000


@dataclass(frozen=True)
class Answer:
    """``narrowed`` says, for each question asked, which entries pass it; ``ideas`` are those of the words typed."""

    asked: Asked
    narrowed: Mapping[str, int]
    ideas: list[Wanted]

    @property
    def index(self) -> Index:
        return self.asked.index

    @property
    def selection(self) -> Selection:
        return self.asked.selection

    @property
    def now(self) -> datetime:
        return self.asked.now

    @property
    def walks(self) -> Mapping[int, int]:
        """Place → minutes on foot, for places that are on the map; empty when nobody said where from."""
        return self.asked.walks

    @cached_property
    def found(self) -> int:
        return self._but("")

    @property
    def count(self) -> int:
        return self.found.bit_count()

    def _but(self, question: str) -> int:
        """Entries that pass every question but this one."""
        left = self.index.alive
        for name, passing in self.narrowed.items():
            if name != question:
                left &= passing
        return left

    def _with(self, question: str, **changes: object) -> int:
        """How many there would be if this question were asked otherwise, the others being what they are."""
        passing = RULES[question](replace(self.asked, selection=replace(self.selection, **changes)))  # type: ignore[arg-type]
        left = self._but(question)
        return (left if passing is None else left & passing).bit_count()

    def without(self, name: str, value: str | None = None) -> int:
        """How many there would be without this filter, or without this value of it."""
        question = QUESTIONS.get(name, name)
        if question not in RULES:
            return self._but(question).bit_count()
        left = self.selection.without(name, value)
        return self._with(question, **{name: getattr(left, name), "minutes": left.minutes})

    @cached_property
    def order(self) -> list[int]:
        """Every number found, first shown first."""
        return sorted(numbers_in(self.found), key=self._key.__getitem__)

    @cached_property
    def _key(self) -> Sequence[int] | dict[int, int]:
        """Number → where it stands: ordinary before reserved when a need is asked, then what was asked decides.

        With words, the best match; from a point, the shortest walk; else the house's order, which also breaks ties.
        """
        rank, size = self.index.rank, len(self.index.rank)
        reserved = set(numbers_in(self.index.specialised & self.found)) if self.selection.needs else set()
        if self.ideas:
            scores = weighed(self.ideas, self.found)
            best = max(scores.values(), default=0)
            far = {number: best - score for number, score in scores.items()}
        elif self.selection.near:
            far = dict.fromkeys(numbers_in(self.found), FURTHEST) | self.minutes
        elif reserved:
            far = dict.fromkeys(numbers_in(self.found), 0)
        else:
            return rank
        last = max(far.values(), default=0) + 1
        return {number: (each + last * (number in reserved)) * size + rank[number] for number, each in far.items()}

    def page(self, size: int) -> list[Entry]:
        """The entries of the page asked for; of the last one when there are fewer."""
        number = min(self.selection.page, self.pages(size))
        first = nsmallest(number * size, numbers_in(self.found), key=self._key.__getitem__)
        return [self.index.entries[each] for each in first[(number - 1) * size :]]

    def pages(self, size: int) -> int:
        return max(-(-self.count // size), 1)

    @cached_property
    def minutes(self) -> dict[int, int]:
        """Number → minutes on foot, for entries that are on the map; empty when no point was given."""
        return {
            number: walked
            for place, walked in self.walks.items()
            for number in numbers_in(self.index.at_place.get(place, 0) & self.found)
        }

    def values(self, name: str) -> dict[str, int]:
        """Value → how many entries there would be with it: added to those that narrow, instead of those that widen."""
        if name in ("needs", "extras"):
            held = extras_of(self.index, self.now) if name == "extras" else self.index.values.get(name, {})
            return {value: (self.found & passing).bit_count() for value, passing in held.items()}
        base = self._but(name)
        return {value: (base & passing).bit_count() for value, passing in self.index.values.get(name, {}).items()}

    def days(self) -> dict[str, int]:
        return {day: self._with("when", days=(day,)) for day in DAYS}

    def moments(self) -> dict[str, int]:
        return {each: self._with("when", moments=(each,), hour=None) for each in MOMENTS}

    def periods(self) -> dict[str, int]:
        return {each: self._with("when", periods=(each,)) for each in PERIODS}

    def ages(self) -> list[int]:
        base = self._but("age")
        return [(base & passing).bit_count() for passing in self.index.ages]

    def prices(self, steps: Iterable[int]) -> dict[int, int]:
        """Whole euros a session, 0 for free → how many."""
        return {step: self._with("price", price=step) for step in steps}

    def within(self, steps: Iterable[int]) -> dict[int, int]:
        """Minutes on foot → how many."""
        return {step: self._with("near", minutes=step) for step in steps}

    def grid(self) -> dict[tuple[int, int], list[int]]:
        """(weekday, hour) → numbers of the entries that begin then, in the order of the answer."""
        seasons = seasons_of(self.selection)
        cells: dict[tuple[int, int], int] = {}
        for (season, weekday, hour), numbers in self.index.hours.items():
            if season in seasons and (both := numbers & self.found):
                cells[weekday, hour] = cells.get((weekday, hour), 0) | both
        return {cell: self._ordered(numbers) for cell, numbers in cells.items()}

    def by_place(self) -> dict[int, list[int]]:
        """Place → numbers of the entries found there, in the order of the answer, for places on the map; best first."""
        places, entries = self.index.places, self.index.entries
        found: dict[int, list[int]] = {}
        for number in self.order:
            place = entries[number].place
            if place is not None:
                found.setdefault(place, []).append(number)
        return {place: numbers for place, numbers in found.items() if places[place].lon is not None}

    def _ordered(self, numbers: int) -> list[int]:
        return sorted(numbers_in(numbers), key=self._key.__getitem__)


def answer(index: Index, selection: Selection, *, now: datetime, walk: Walk) -> Answer:
    """``selection`` is read already (``understanding``); ``now`` is on the town's clocks."""
    asked = Asked(index, selection, now, walks_of(index, selection, walk))
    narrowed = {name: passing for name, rule in RULES.items() if (passing := rule(asked)) is not None}
    ideas = index.lexicon.ideas(selection.query) if selection.query else []
    if ideas:
        narrowed["query"] = index.lexicon.carrying(ideas, index.alive & narrowed["publics"])
    return Answer(asked, narrowed, ideas)
