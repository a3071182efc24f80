"""The squares of the town: where their middle is, how many children may be told of, in which quarter they lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _
from shapely.geometry import Point

from preau.foundation.maps.shapes import Geometry
from preau.observatory.equity.rules.neighbours import plane
from preau.observatory.equity.rules.pairs import Floats, Wholes
from preau.observatory.equity.rules.visible import Least, Visible, visible
from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import Outlines, Surface, surface
from preau.town.areas.models import GridCell
from preau.town.areas.queries import areas_of_kind

_BESIDE = 0.002
"""Degrees: about 200 m northwards, the side of a square."""


@dataclass(frozen=True, slots=True)
class Squares:
    """Row by row from the north-west. ``children`` (n,) of the band that was asked, ``places`` (n, 2) in metres around
    ``middle`` (lon, lat), ``quarters`` (n,): numbers in ``names``, whose last is outside all of them.
    """

    outlines: list[Geometry]
    shown: Visible
    least: Least
    places: Floats
    middle: tuple[float, float]
    quarters: Wholes
    names: tuple[str, ...]

    @property
    def children(self) -> Floats:
        return self.shown.children

    def plane(self, lon: Floats, lat: Floats) -> Floats:
        return plane(lon, lat, around=self.middle)


def squares_of(commune: Commune, band: str, least: Least) -> Squares | None:
    """Two queries. None for a town that has no square with somebody in it."""
    wanted = ("lon", "lat", "outline", "share", "households", "is_imputed", band)
    cells = GridCell.objects.present().filter(commune=commune, share__gt=0, people__gt=0)
    rows = list(cells.order_by("-lat", "lon").values_list(*wanted))
    if not rows:
        return None
    lon, lat, outlines, share, households, imputed, children = zip(*rows, strict=True)
    part = np.array(share)
    shown = visible(np.array(children) * part, np.array(households) * part, np.array(imputed, np.bool_), least)
    middle = (float(np.mean(lon)), float(np.mean(lat)))
    names, quarters = _quarters(commune, zip(lon, lat, strict=True))
    places = plane(np.array(lon), np.array(lat), around=middle)
    return Squares(list(outlines), shown, least, places, middle, quarters, names)


def _quarters(commune: Commune, places: zip[tuple[float, float]]) -> tuple[tuple[str, ...], Wholes]:
    areas = areas_of_kind(commune, AreaKind.QUARTER)
    numbers = {area.pk: number for number, area in enumerate(areas)}
    outlines, surfaces = Outlines(areas), [surface(area.outline) for area in areas]
    found = []
    for place in places:
        inside = next((numbers[area.pk] for area in outlines.at(*place)), None)
        found.append(_beside(Point(place), surfaces) if inside is None else inside)
    return (*(area.name for area in areas), _("Hors des quartiers")), np.array(found, np.intp)


def _beside(middle: Point, quarters: list[Surface]) -> int:
    """A square astride the edge of the town belongs to the quarter beside; one farther away to none."""
    far = {number: quarter.distance(middle) for number, quarter in enumerate(quarters)}
    nearest = min(far, key=far.__getitem__, default=len(quarters))
    return nearest if far.get(nearest, _BESIDE) < _BESIDE else len(quarters)
