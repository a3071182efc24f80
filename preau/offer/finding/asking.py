"""The questions of a selection, one rule each: which entries of the index pass it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from .bits import union
from .entries import Place
from .index import Index
from .money import by_session
from .selection import Point, Selection
from .vocabulary import DAYS, EXTRAS, FAMILIES, HOURS, SEASONS

type Walk = Callable[[Point, Place, int | None], int]
"""Minutes on foot from a point to a place that is on the map, at the pace of an age."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``walks``: place → minutes on foot, for places that are on the map; empty when nobody said where from."""

    index: Index
    selection: Selection
    now: datetime
    walks: Mapping[int, int]


type Rule = Callable[[Asked], int | None]


def walks_of(index: Index, selection: Selection, walk: Walk) -> dict[int, int]:
    if selection.near is None:
        return {}
    return {
        key: walk(selection.near, place, selection.age)
        for key, place in index.places.items()
        if place.lon is not None and key in index.at_place
    }


def _any_of(name: str) -> Rule:
    """Filters that widen as values are added."""

    def rule(asked: Asked) -> int | None:
        held = asked.index.values.get(name, {})
        chosen = getattr(asked.selection, name)
        return union(held.get(value, 0) for value in chosen) if chosen else None

    return rule


def _publics(asked: Asked) -> int:
    held = asked.index.values.get("publics", {})
    return union(held.get(value, 0) for value in asked.selection.publics or FAMILIES)


def _needs(asked: Asked) -> int | None:
    return _all(asked.index.values.get("needs", {}), asked.selection.needs, asked.index.alive)


def _extras(asked: Asked) -> int | None:
    if not asked.selection.extras:
        return None
    return _all(extras_of(asked.index, asked.now), asked.selection.extras, asked.index.alive)


def _all(held: Mapping[str, int], chosen: tuple[str, ...], among: int) -> int | None:
    """Filters that narrow as values are added."""
    for value in chosen:
        among &= held.get(value, 0)
    return among if chosen else None


def extras_of(index: Index, now: datetime) -> dict[str, int]:
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


def _age(asked: Asked) -> int | None:
    return None if asked.selection.age is None else asked.index.ages[asked.selection.age]


def _when(asked: Asked) -> int | None:
    """Entries with one moment that is at once on the day, at the hour and in the season asked for."""
    selection = asked.selection
    if not (selection.days or selection.moments or selection.periods or selection.hour is not None):
        return None
    seasons = seasons_of(selection)
    week = list(DAYS)
    days = {week.index(each) for each in selection.days} or set(range(7))
    hours = {hour for each in selection.moments for hour in HOURS[each]} or set(range(24))
    if selection.hour is not None:
        hours = {selection.hour}
    return union(
        numbers
        for (season, weekday, hour), numbers in asked.index.hours.items()
        if season in seasons and weekday in days and hour in hours
    )


def seasons_of(selection: Selection) -> set[str]:
    """A day without a period is a day of an ordinary week; nothing said is any time of the year."""
    if selection.periods:
        return {SEASONS[each] for each in selection.periods}
    named = selection.days or selection.moments or selection.hour is not None or selection.view == "semaine"
    return {"term"} if named else {"term", "holidays"}


def _affordable(asked: Asked) -> int | None:
    """Entries whose session comes to no more, at the family's quotient or else at the lowest price."""
    if asked.selection.price is None:
        return None
    most, tariffs, quotient = asked.selection.price * 100, asked.index.tariffs, asked.selection.quotient
    costs = {key: each.lowest if quotient is None else each.at(quotient) for key, each in tariffs.items()}
    return union(
        numbers
        for (key, sessions), numbers in asked.index.paid.items()
        if by_session(costs[key], tariffs[key].unit, sessions) <= most
    )


def _near(asked: Asked) -> int | None:
    most = asked.selection.minutes
    if asked.selection.near is None or most is None:
        return None
    return union(asked.index.at_place[place] for place, minutes in asked.walks.items() if minutes <= most)


RULES: Mapping[str, Rule] = {
    **{name: _any_of(name) for name in ("domains", "levels", "pillars", "quarters", "organisations")},
    "publics": _publics,
    "needs": _needs,
    "extras": _extras,
    "age": _age,
    "when": _when,
    "price": _affordable,
    "near": _near,
}
"""Question → the entries that pass it, None when it was not asked. The words are apart: they order as well."""
QUESTIONS = {
    "days": "when",
    "moments": "when",
    "hour": "when",
    "periods": "when",
    "minutes": "near",
    "quotient": "price",
}
"""Filters that are one question together; the others are one each."""
