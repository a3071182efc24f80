"""Where a line says that it is: degrees in WGS84, from degrees, from Lambert 93 or another official projection."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from django.utils.translation import gettext as _
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

type Position = tuple[float | None, float | None]
"""Longitude and latitude, both or none."""

NOWHERE: Position = (None, None)
LAMBERT_93 = 2154
INSEE_GRID = 3035
_EPSG = re.compile(r"(?:EPSG:+|::)?(\d{4,5})$", re.IGNORECASE)
_POINT = re.compile(r"(?:SRID=\d+;)?\s*POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
_DECIMALS = 7  # a centimetre
_MARGIN = 0.5  # degrees


OVERSEAS = {"971": 5490, "972": 5490, "973": 2972, "974": 2975, "975": 4467, "976": 4471}
"""The legal projection of each overseas department, by the first three figures of a commune."""


def projection_of(insee_code: str) -> int:
    return OVERSEAS.get(insee_code[:3], LAMBERT_93)


def degrees(lon: float | None, lat: float | None) -> Position:
    """Both or none; the point 0, 0 in the sea of Guinea is how programs write « unknown ».

    Raises ValueError for what is not on the globe.
    """
    if lon is None or lat is None or (lon == 0 and lat == 0):
        return NOWHERE
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(_("Ces coordonnées ne sont pas des degrés de longitude et de latitude."))
    return round(lon, _DECIMALS), round(lat, _DECIMALS)


def are_metres(x: float | None, y: float | None) -> bool:
    """Whether these numbers are too large for degrees: metres of a projection."""
    return x is not None and y is not None and (abs(x) > 180 or abs(y) > 90)


def projected(x: float | None, y: float | None, epsg: int = LAMBERT_93) -> Position:
    """From metres of a projection. Raises ValueError when the point is outside of what the projection covers."""
    if x is None or y is None or (x == 0 and y == 0):
        return NOWHERE
    lon, lat = to_degrees(epsg).transform(x, y)
    if not (math.isfinite(lon) and math.isfinite(lat) and _covers(epsg, lon, lat)):
        raise ValueError(_("Ces coordonnées sont en dehors de la projection annoncée."))
    return degrees(lon, lat)


def placed(x: float | None, y: float | None, epsg: int = LAMBERT_93) -> Position:
    """Degrees or metres, whatever stands there."""
    return projected(x, y, epsg) if are_metres(x, y) else degrees(x, y)


def epsg_of(written: str) -> int:
    """2154 for « EPSG:2154 » or « urn:ogc:def:crs:EPSG::2154 »; 0 when no projection is named."""
    found = _EPSG.search(written.strip())
    return int(found[1]) if found else 0


def in_well_known_text(written: str) -> Position:
    """« SRID=4326;POINT (2.18 48.88) »: longitude first. Raises ValueError for another shape."""
    found = _POINT.fullmatch(written.strip())
    if found is None:
        raise ValueError(_("« %s » n’est pas un point écrit POINT (longitude latitude).") % written[:60])
    return degrees(float(found[1]), float(found[2]))


def in_text(written: str) -> Position:
    """« 48.75, 2.32 »: latitude first, as open data portals write a point in a table."""
    parts = [part for part in re.split(r"[,;\s]+", written.strip()) if part]
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError as error:
        raise ValueError(_("« %s » n’est pas un point écrit « latitude, longitude ».") % written[:60]) from error
    return degrees(lon, lat)


@lru_cache(maxsize=32)
def to_degrees(epsg: int) -> Transformer:
    """From a projection to longitude and latitude. Raises ValueError for one that nobody knows."""
    try:
        return Transformer.from_crs(epsg, 4326, always_xy=True)
    except (CRSError, ProjError) as error:
        raise ValueError(_("La projection EPSG:%s n’est pas connue.") % epsg) from error


def _covers(epsg: int, lon: float, lat: float) -> bool:
    """Whether the projection is meant for this point, a little sea around included."""
    west, south, east, north = _bounds(epsg)
    return west - _MARGIN <= lon <= east + _MARGIN and south - _MARGIN <= lat <= north + _MARGIN


@lru_cache(maxsize=32)
def _bounds(epsg: int) -> tuple[float, float, float, float]:
    area = CRS.from_epsg(epsg).area_of_use
    return area.bounds if area else (-180.0, -90.0, 180.0, 90.0)
