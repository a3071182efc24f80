"""Which quarter a point lies in, for as many points as one likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import Outlines
from preau.town.areas.models import Area
from preau.town.areas.queries import areas_of_kind


@dataclass(frozen=True, slots=True)
class Quarter:
    slug: str
    name: str


type QuarterOf = Callable[[float, float], Quarter | None]
"""lon, lat → the quarter, None outside all of them."""


def slug_of(area: Area) -> str:
    """The one name by which homes, sites and squares say that they lie in it."""
    return slugify(area.name)[:80]


def quarters_of(commune: Commune) -> QuarterOf:
    """One query."""
    outlines = Outlines(areas_of_kind(commune, AreaKind.QUARTER))

    def found(lon: float, lat: float) -> Quarter | None:
        return next((Quarter(slug_of(area), area.name) for area in outlines.at(lon, lat)), None)

    return found


def quarter_names(commune: Commune) -> dict[str, str]:
    """By slug, in the order of their names. One query."""
    return {
        slug_of(area): area.name
        for area in sorted(areas_of_kind(commune, AreaKind.QUARTER), key=lambda each: each.name)
    }
