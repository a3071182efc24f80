"""Which quarter a point lies in, for as many points as one likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import Outlines
from preau.town.areas.queries import areas_of_kind


@dataclass(frozen=True, slots=True)
class Quarter:
    slug: str
    name: str


type QuarterOf = Callable[[float, float], Quarter | None]
"""lon, lat → the quarter, None outside all of them."""


def quarters_of(commune: Commune) -> QuarterOf:
    """One query."""
    outlines = Outlines(areas_of_kind(commune, AreaKind.QUARTER))

    def found(lon: float, lat: float) -> Quarter | None:
        return next((Quarter(slugify(area.name)[:80], area.name) for area in outlines.at(lon, lat)), None)

    return found
