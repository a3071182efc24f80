"""From an outline as publishers draw it to one that holds: closed, turned the right way, valid, in degrees."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from preau.town.opendata.positions import LAMBERT_93, to_degrees

_DECIMALS = 7
_MAINLAND = (-5.5, 41.0, 10.0, 51.5)
"""West, south, east, north of mainland France: what metres of a French projection must fall into."""


def outline_of(geometry: Mapping[str, Any]) -> BaseGeometry:
    """The surface that a GeoJSON geometry draws. Raises ValueError with a French sentence for what draws none."""
    if geometry.get("type") == "Feature":
        return outline_of(geometry.get("geometry") or {})
    if not geometry or not (geometry.get("coordinates") or geometry.get("geometries")):
        raise ValueError(_("Le contour est vide."))
    try:
        drawn = shapely.force_2d(shape(geometry))
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise ValueError(_("Le contour n’est pas lisible : un polygone au format GeoJSON est attendu.")) from error
    return _sound(in_degrees(drawn))


def as_geojson(outline: BaseGeometry) -> dict[str, Any]:
    """Lists and rounded numbers, as JSON keeps them: seven decimals are a centimetre."""
    drawn = mapping(outline)
    return {"type": drawn["type"], "coordinates": listed(drawn["coordinates"])}


def listed(coordinates: Any) -> Any:
    if isinstance(coordinates, float | int):
        return round(float(coordinates), _DECIMALS)
    return [listed(each) for each in coordinates]


def in_degrees(drawn: BaseGeometry) -> BaseGeometry:
    """Publishers also write metres (Lambert 93, or one of the nine conic zones) and latitudes first."""
    if drawn.is_empty or not all(map(math.isfinite, shapely.get_coordinates(drawn).flat)):
        raise ValueError(_("Le contour est vide ou porte une coordonnée qui n’est pas un nombre."))
    west, south, east, north = drawn.bounds
    if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:
        return _from_metres(drawn, west, south)
    if _MAINLAND[1] <= west and east <= _MAINLAND[3] and _MAINLAND[0] <= south and north <= _MAINLAND[2]:
        return shapely.transform(drawn, lambda x, y: (y, x), interleaved=False)
    return drawn


def _from_metres(drawn: BaseGeometry, west: float, south: float) -> BaseGeometry:
    zone = int(south // 1_000_000) + 41
    epsg = 3900 + zone if 1_250_000 <= west < 2_250_000 and 42 <= zone <= 50 else LAMBERT_93
    moved = shapely.transform(drawn, to_degrees(epsg).transform, interleaved=False)
    found = moved.bounds
    if not (
        all(map(math.isfinite, found))
        and _MAINLAND[0] <= found[0] <= found[2] <= _MAINLAND[2]
        and _MAINLAND[1] <= found[1] <= found[3] <= _MAINLAND[3]
    ):
        raise ValueError(
            _(
                "Les coordonnées ne sont ni des degrés ni des mètres en Lambert 93. "
                "Exportez le fichier en WGS 84 (EPSG:4326), puis recommencez."
            )
        )
    return moved


def _sound(drawn: BaseGeometry) -> BaseGeometry:
    """Only surfaces, made valid: a ring that crosses itself becomes the pieces that it surrounds."""
    valid = drawn if drawn.is_valid else shapely.make_valid(drawn)
    surfaces = [part for part in _parts(valid) if part.geom_type == "Polygon" and part.area > 0]
    if not surfaces:
        raise ValueError(_("Le contour n’entoure aucune surface : un polygone est attendu."))
    whole = surfaces[0] if len(surfaces) == 1 else shapely.union_all(surfaces)
    return shapely.orient_polygons(whole)


def _parts(drawn: BaseGeometry) -> list[BaseGeometry]:
    if not hasattr(drawn, "geoms"):
        return [drawn]
    return [part for each in drawn.geoms for part in _parts(each)]
