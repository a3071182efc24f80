"""What a map is made of. Degrees in WGS84, longitude first, as GeoJSON writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

type Geometry = Mapping[str, Any]
"""A GeoJSON geometry."""
type Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Box:
    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, places: Iterable[tuple[float, float]], *, margin: float = 0.0) -> Box | None:
        """The smallest box that holds the places (lon, lat), with ``margin`` degrees around; None for no place."""
        held = list(places)
        if not held:
            return None
        lons, lats = [lon for lon, _ in held], [lat for _, lat in held]
        return cls(min(lons) - margin, min(lats) - margin, max(lons) + margin, max(lats) + margin)

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True, slots=True)
class Outline:
    """An area. ``kind`` becomes a CSS class (``map-area-<kind>``); ``level`` (1 to 5) fills it more or less.

    A level never speaks alone: ``note`` says the figure in words, on the map and in the list.
    """

    label: str
    geometry: Geometry
    kind: str = "area"
    level: int = 0
    note: str = ""
    url: str = ""

    @property
    def rings(self) -> list[Ring]:
        """Every ring, holes included: the rule of even and odd draws them right."""
        polygons = self.geometry.get("coordinates", [])
        if self.geometry.get("type") == "Polygon":
            polygons = [polygons]
        return [[(float(lon), float(lat)) for lon, lat, *_ in ring] for polygon in polygons for ring in polygon]


@dataclass(frozen=True, slots=True)
class Line:
    """A river, a road: what helps to find one's way. ``kind`` becomes ``map-line-<kind>``."""

    label: str
    places: tuple[tuple[float, float], ...]
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map. ``number`` is the one of the list beside; 0 draws a plain dot, without a number.

    ``detail`` is one line under the name; ``kind`` becomes ``map-point-<kind>``; ``url`` may be an anchor of the page.
    """

    lon: float
    lat: float
    label: str
    number: int = 0
    url: str = ""
    kind: str = "place"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the shape and colour of a kind of point mean."""

    kind: str
    label: str
