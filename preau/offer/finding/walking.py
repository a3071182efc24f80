"""How long it takes to walk to a place, at the pace of a child of that age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from preau.town.areas.distance import Pace, walking_minutes

from .asking import Walk
from .entries import Place
from .selection import Point


def walk_on(day: date, paces: Sequence[Pace]) -> Walk:
    """``paces``: those that the town decided; the house's own answer for the ages that it left out."""

    def walk(point: Point, place: Place, age: int | None) -> int:
        if place.lon is None or place.lat is None:
            raise ValueError(place.name)
        return walking_minutes(point.lon, point.lat, place.lon, place.lat, age=age, on=day, paces=paces)

    return walk
