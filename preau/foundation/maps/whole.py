from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .drawing import Drawing, draw, middle
from .shapes import Box, Legend, Line, Outline, Point
from .tiles import tiles


@dataclass(frozen=True)
class Map:
    """A map, ready to be shown by ``components/map.html``.

    ``key`` is its id on the page; ``title`` its name and ``description`` what it shows, both read aloud. ``origin``
    is "where you are". Points outside the box are in the list only. ``is_listed`` False when the page has its own
    numbered list of the same points.
    """

    box: Box
    title: str
    description: str = ""
    key: str = "carte"
    outlines: tuple[Outline, ...] = ()
    lines: tuple[Line, ...] = ()
    points: tuple[Point, ...] = ()
    origin: Point | None = None
    legend: tuple[Legend, ...] = ()
    is_listed: bool = True

    @cached_property
    def drawing(self) -> Drawing:
        return draw(self)

    @property
    def data_key(self) -> str:
        return f"{self.key}-data"

    @cached_property
    def data(self) -> dict[str, Any]:
        """The same map for the browser: latitude first, as Leaflet wants it; a ten-thousandth of a degree is 10 m."""
        return {
            "box": [[self.box.south, self.box.west], [self.box.north, self.box.east]],
            "outlines": [
                {
                    "label": outline.label,
                    "note": outline.note,
                    "url": outline.url,
                    "kind": outline.kind,
                    "level": outline.level,
                    "middle": [round(part, 5) for part in reversed(middle(outline))],
                    "rings": [[_place(lon, lat) for lon, lat in ring] for ring in outline.rings],
                }
                for outline in self.outlines
            ],
            "lines": [
                {"label": line.label, "kind": line.kind, "places": [_place(lon, lat) for lon, lat in line.places]}
                for line in self.lines
            ],
            "points": [_point(point) for point in self.points],
            "origin": _point(self.origin) if self.origin else None,
            "tiles": tiles(),
        }


def _place(lon: float, lat: float) -> list[float]:
    return [round(lat, 5), round(lon, 5)]


def _point(point: Point) -> dict[str, Any]:
    return {
        "place": _place(point.lon, point.lat),
        "label": point.label,
        "detail": point.detail,
        "number": point.number,
        "url": point.url,
        "kind": point.kind,
    }
