"""Entries that could please whoever looks at one. Pure."""

from __future__ import annotations

from .bits import numbers_in
from .entries import Entry
from .index import Index
from .selection import OLDEST
from .vocabulary import FAMILIES


def similar(index: Index, to: Entry, most: int = 3) -> list[Entry]:
    """Of the same domain and an age in common; those of the same quarter, then at the same price, first."""
    same = index.values.get("domains", {}).get(to.domain, 0) & index.alive
    publics = index.values.get("publics", {})
    wanted = 0
    for each in to.audiences or FAMILIES:
        wanted |= publics.get(each, 0)
    others = [index.entries[number] for number in numbers_in(same & wanted)]
    near = [each for each in others if each.pk != to.pk and _shares_an_age(each, to)]
    return sorted(near, key=lambda each: (_distance(index, each, to), index.rank[index.numbers[each.pk]]))[:most]


def _shares_an_age(one: Entry, other: Entry) -> bool:
    return max(one.age_min or 0, other.age_min or 0) <= min(_oldest(one), _oldest(other))


def _oldest(entry: Entry) -> int:
    return OLDEST if entry.age_max is None else entry.age_max


def _distance(index: Index, one: Entry, other: Entry) -> int:
    """How many things set them apart: the quarter, the price, the organiser's other entries being no discovery."""
    return 2 * (_quarter(index, one) != _quarter(index, other)) + (one.tariff != other.tariff)


def _quarter(index: Index, entry: Entry) -> str:
    place = index.places.get(entry.place) if entry.place is not None else None
    return place.quarter if place else ""
