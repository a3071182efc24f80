"""Which outlines hold a place: boxes first, then the outline itself, prepared once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from shapely import prepare
from shapely.geometry import MultiPolygon, Point, Polygon, shape
from shapely.validation import make_valid

from preau.town.areas.models import Area

type Surface = Polygon | MultiPolygon


def surface(outline: dict[str, Any]) -> Surface:
    """The GeoJSON outline as a surface; one that crosses itself is made sound first."""
    read = shape(outline)
    return read if read.is_valid else make_valid(read)


class Outlines:
    """Some areas, to be asked about many places: each outline is read once, when it is first needed."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._held = [_Held(area) for area in areas]

    def at(self, lon: float, lat: float) -> list[Area]:
        """Those that hold the place, edges included, in the order they were given."""
        place = Point(lon, lat)
        return [held.area for held in self._held if held.may_hold(lon, lat) and held.surface.covers(place)]


class _Held:
    def __init__(self, area: Area) -> None:
        self.area = area

    def may_hold(self, lon: float, lat: float) -> bool:
        return self.area.west <= lon <= self.area.east and self.area.south <= lat <= self.area.north

    @cached_property
    def surface(self) -> Surface:
        whole = surface(self.area.outline)
        prepare(whole)
        return whole
