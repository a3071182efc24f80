"""Which quarter a point lies in, for every place of the catalogue at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shapely
from django.utils.text import slugify

from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area


@dataclass(frozen=True, slots=True)
class Quarter:
    slug: str
    name: str


type QuarterOf = Callable[[float, float], Quarter | None]
"""lon, lat → the quarter, None outside all of them."""


def quarters_of(commune: Commune) -> QuarterOf:
    """One query."""
    rows = Area.objects.present().filter(commune=commune, kind=AreaKind.QUARTER).order_by("official_id")
    outlines = [(Quarter(slugify(each.name)[:80], each.name), shapely.geometry.shape(each.outline)) for each in rows]

    def found(lon: float, lat: float) -> Quarter | None:
        point = shapely.Point(lon, lat)
        return next((quarter for quarter, outline in outlines if outline.covers(point)), None)

    return found
