"""How long it takes to walk to a place, at the pace of a child of that age."""

from __future__ import annotations

import math
from datetime import date

from .asking import Walk
from .entries import Place
from .selection import Point

_METRES_BY_DEGREE = 111_320
_DETOUR = 1.3


def walk_on(day: date) -> Walk:
    """The pace is a dated parameter: this is that of the day."""

    def walk(point: Point, place: Place, age: int | None) -> int:
        if place.lon is None or place.lat is None:
            raise ValueError(place.name)
        east = (place.lon - point.lon) * math.cos(math.radians(point.lat))
        metres = math.hypot(east, place.lat - point.lat) * _METRES_BY_DEGREE * _DETOUR
        by_minute = (3500 if age is not None and age < 6 else 4000 if age is not None and age < 12 else 4500) / 60
        return math.ceil(metres / by_minute)

    return walk
