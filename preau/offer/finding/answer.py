"""What a selection finds in the index: which entries, in which order, and how many each other filter would find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from .bits import bits_of, numbers_in, union
from .entries import Entry, Place
from .index import Index
from .money import by_session
from .selection import Point, Selection
from .vocabulary import DAYS, EXTRAS, FAMILIES, HOURS, MOMENTS, PERIODS, SEASONS

type Walk = Callable[[Point, Place, int | None], int]
"""Minutes on foot from a point to a place that is on the map, at the pace of an age."""
FURTHEST = 10_000
_ANY_OF = ("domains", "levels", "pillars", "quarters", "organisations")
"""Filters that widen as values are added; needs and extras narrow instead."""
_ALL_OF = ("needs", "extras")


@dataclass(frozen=True)
class Answer:
    """``narrowed`` says, for each filter in use, which entries pass it; those that come from words too."""

    index: Index
    selection: Selection
    now: datetime
    walk: Walk
    narrowed: Mapping[str, int]
    scores: Mapping[int, int]

    @cached_property
    def found(self) -> int:
        return self._but("")

    @property
    def count(self) -> int:
        return self.found.bit_count()

    def _but(self, *names: str) -> int:
        """Entries that pass every filter in use except these."""
        left = self.index.alive
        for name, passing in self.narrowed.items():
            if name not in names:
                left &= passing
        return left

    def without(self, name: str) -> int:
        """How many there would be without this filter."""
        return self._but(name).bit_count()

    @cached_property
    def order(self) -> list[int]:
        """Numbers, first shown first: what was asked decides, then ordinary before specialised, then the house's order.

        With words, the best match; from a point, the shortest walk. Ties never depend on chance.
        """
        rank, special = self.index.rank, self.index.specialised if self.selection.needs else 0
        minutes = self.minutes if self.selection.near and not self.scores else {}
        scores = self.scores

        def key(number: int) -> tuple[int, int, int, int]:
            far = minutes.get(number, FURTHEST) if minutes else 0
            return special >> number & 1, -scores.get(number, 0), far, rank[number]

        if not special and not minutes and not scores:
            return sorted(numbers_in(self.found), key=rank.__getitem__)
        return sorted(numbers_in(self.found), key=key)

    def page(self, size: int) -> list[Entry]:
        """The entries of the page asked for; of the last one when there are fewer."""
        number = min(self.selection.page, self.pages(size))
        return [self.index.entries[each] for each in self.order[(number - 1) * size : number * size]]

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

    @cached_property
    def walks(self) -> dict[int, int]:
        return _walks(self.index, self.selection, self.walk)

    def values(self, name: str) -> dict[str, int]:
        """Value → how many entries there would be with it: joined to those chosen, or instead of them."""
        held = self.index.values.get(name, {})
        if name in _ALL_OF:
            sets = _extras(self.index, self.now) if name == "extras" else held
            chosen = getattr(self.selection, name)
            return {
                value: (self.found & passing if value not in chosen else self.found).bit_count()
                for value, passing in sets.items()
            }
        base = self._but(name)
        return {value: (base & passing).bit_count() for value, passing in held.items()}

    def days(self) -> dict[str, int]:
        base = self._but("when")
        return {day: (base & _when(self.index, replace(self.selection, days=(day,)))).bit_count() for day in DAYS}

    def moments(self) -> dict[str, int]:
        base = self._but("when")
        return {
            each: (base & _when(self.index, replace(self.selection, moments=(each,), hour=None))).bit_count()
            for each in MOMENTS
        }

    def periods(self) -> dict[str, int]:
        base = self._but("when")
        return {
            each: (base & _when(self.index, replace(self.selection, periods=(each,)))).bit_count() for each in PERIODS
        }

    def ages(self) -> list[int]:
        base = self._but("age")
        return [(base & passing).bit_count() for passing in self.index.ages]

    def prices(self, steps: tuple[int, ...]) -> dict[int, int]:
        """Whole euros a session, 0 for free → how many."""
        base = self._but("price")
        return {
            step: (base & _affordable(self.index, replace(self.selection, price=step))).bit_count() for step in steps
        }

    def within(self, steps: tuple[int, ...]) -> dict[int, int]:
        base = self._but("near")
        return {
            step: (base & _near(self.index, replace(self.selection, minutes=step), self.walk)).bit_count()
            for step in steps
        }

    def grid(self) -> dict[tuple[int, int], list[int]]:
        """(weekday, hour) → numbers of the entries that begin then, in the order of the answer."""
        seasons = _seasons(self.selection)
        cells: dict[tuple[int, int], int] = {}
        for (season, weekday, hour), numbers in self.index.hours.items():
            if season in seasons and (both := numbers & self.found):
                cells[weekday, hour] = cells.get((weekday, hour), 0) | both
        rank = {number: at for at, number in enumerate(self.order)}
        return {cell: sorted(numbers_in(numbers), key=rank.__getitem__) for cell, numbers in cells.items()}

    def by_place(self) -> dict[int, int]:
        """Place → entries found there, for places that are on the map."""
        return {
            place: both
            for place, numbers in self.index.at_place.items()
            if self.index.places[place].lon is not None and (both := numbers & self.found)
        }


def answer(index: Index, selection: Selection, *, now: datetime, walk: Walk) -> Answer:
    """``selection`` is read already (``understanding``); ``now`` is on the town's clocks."""
    narrowed: dict[str, int] = {}
    for name in _ANY_OF:
        if chosen := getattr(selection, name):
            held = index.values.get(name, {})
            narrowed[name] = union(held.get(value, 0) for value in chosen)
    publics = index.values.get("publics", {})
    narrowed["publics"] = union(publics.get(value, 0) for value in selection.publics or FAMILIES)
    if selection.needs:
        narrowed["needs"] = _all(index.values.get("needs", {}), selection.needs, index.alive)
    if selection.extras:
        narrowed["extras"] = _all(_extras(index, now), selection.extras, index.alive)
    if selection.age is not None:
        narrowed["age"] = index.ages[selection.age]
    if selection.days or selection.moments or selection.periods or selection.hour is not None:
        narrowed["when"] = _when(index, selection)
    if selection.price is not None:
        narrowed["price"] = _affordable(index, selection)
    if selection.near is not None and selection.minutes is not None:
        narrowed["near"] = _near(index, selection, walk)
    scores: dict[int, int] = {}
    if selection.query and index.lexicon.ideas(selection.query):
        scores = index.lexicon.scores(selection.query, index.alive & narrowed["publics"])
        narrowed["query"] = bits_of(scores)
    return Answer(index, selection, now, walk, narrowed, scores)


def _all(held: Mapping[str, int], chosen: tuple[str, ...], among: int) -> int:
    for value in chosen:
        among &= held.get(value, 0)
    return among


def _extras(index: Index, now: datetime) -> dict[str, int]:
    held = index.values.get("extras", {})
    today = now.date()
    week = [today + timedelta(days=n) for n in range(7 - today.weekday())]
    sets = {
        **held,
        "maintenant": index.taking_place(now),
        "aujourdhui": index.meeting_on([today]),
        "cette-semaine": index.meeting_on(week),
    }
    return {name: sets.get(name, 0) for name in EXTRAS}


def _seasons(selection: Selection) -> set[str]:
    """A day without a period is a day of an ordinary week; nothing said is any time of the year."""
    if selection.periods:
        return {SEASONS[each] for each in selection.periods}
    named = selection.days or selection.moments or selection.hour is not None or selection.view == "semaine"
    return {"term"} if named else {"term", "holidays"}


def _when(index: Index, selection: Selection) -> int:
    """Entries with one moment that is at once on the day, at the hour and in the season asked for."""
    seasons = _seasons(selection)
    week = list(DAYS)
    days = {week.index(each) for each in selection.days} or set(range(7))
    hours = {hour for each in selection.moments for hour in HOURS[each]} or set(range(24))
    if selection.hour is not None:
        hours = {selection.hour}
    return union(
        numbers
        for (season, weekday, hour), numbers in index.hours.items()
        if season in seasons and weekday in days and hour in hours
    )


def _affordable(index: Index, selection: Selection) -> int:
    """Entries whose session comes to no more, at the family's quotient or else at the lowest price."""
    most = (selection.price or 0) * 100
    return union(
        numbers
        for (key, sessions), numbers in index.paid.items()
        if by_session(_price(index, key, selection.quotient), index.tariffs[key].unit, sessions) <= most
    )


def _price(index: Index, key: int, quotient: int | None) -> int:
    tariff = index.tariffs[key]
    return tariff.lowest if quotient is None else tariff.at(quotient)


def _near(index: Index, selection: Selection, walk: Walk) -> int:
    most = selection.minutes or 0
    return union(
        index.at_place.get(place, 0) for place, minutes in _walks(index, selection, walk).items() if minutes <= most
    )


def _walks(index: Index, selection: Selection, walk: Walk) -> dict[int, int]:
    """Place → minutes on foot, for places that are on the map."""
    if selection.near is None:
        return {}
    return {
        key: walk(selection.near, place, selection.age)
        for key, place in index.places.items()
        if place.lon is not None and key in index.at_place
    }
