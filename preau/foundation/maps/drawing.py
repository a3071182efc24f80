"""What the template writes: paths, marks and words with their places in the drawing. Built once for each map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely.geometry import Polygon, shape
from shapely.ops import nearest_points

from .projection import WIDTH, Projection
from .shapes import Line, Outline, Point, Ring

if TYPE_CHECKING:
    from .whole import Map

APART = 24.0
"""Units under which two marks would hide each other: they become one, with the numbers of both."""
_NUMBERS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Area:
    outline: Outline
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Path:
    line: Line
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One point, or several that stand too close together to be told apart."""

    points: tuple[Point, ...]
    x: float
    y: float

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def name(self) -> str:
        """As it is read aloud: « 1. Gymnase, 4. École »."""
        return ", ".join(f"{point.number}. {point.label}" if point.number else point.label for point in self.points)

    @property
    def is_cluster(self) -> bool:
        return len(self.points) > 1

    @property
    def text(self) -> str:
        """``4``, ``1·4·7``, ``+12``; nothing for a plain dot."""
        numbers = [str(point.number) for point in self.points if point.number]
        if self.is_cluster and (len(numbers) > _NUMBERS_SHOWN or len(numbers) < len(self.points)):
            return f"+{len(self.points)}"
        return "·".join(numbers)

    @property
    def width(self) -> float:
        """Of the pill that holds the text."""
        return 14 + 7.5 * len(self.text)

    @property
    def left(self) -> float:
        return round(self.x - self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    areas: list[Area]
    paths: list[Path]
    marks: list[Mark]
    origin: tuple[float, float] | None


def draw(whole: Map) -> Drawing:
    project = Projection.of(whole.box)
    inside = [point for point in whole.points if whole.box.holds(point.lon, point.lat)]
    origin = project(whole.origin.lon, whole.origin.lat) if whole.origin else None
    return Drawing(
        width=WIDTH,
        height=project.height,
        areas=[_area(outline, project) for outline in whole.outlines],
        paths=[Path(line, _path([list(line.places)], project, closed=False)) for line in whole.lines],
        marks=_marks([(point, *project(point.lon, point.lat)) for point in inside]),
        origin=(round(origin[0], 1), round(origin[1], 1)) if origin else None,
    )


def _area(outline: Outline, project: Projection) -> Area:
    lon, lat = middle(outline)
    x, y = project(lon, lat)
    return Area(outline, _path(outline.rings, project, closed=True), round(x, 1), round(y, 1))


def middle(outline: Outline) -> tuple[float, float]:
    """A place for its name: its centre, or the part of it nearest to its centre for a crescent or a river.

    (0, 0) for an empty outline.
    """
    whole = shape(dict(outline.geometry))
    if whole.is_empty:
        return 0.0, 0.0
    if whole.contains(whole.centroid):
        return float(whole.centroid.x), float(whole.centroid.y)
    heart = whole.buffer(-whole.area / whole.length / 2) if whole.length else whole
    place = nearest_points(heart, whole.centroid)[0] if not heart.is_empty else whole.representative_point()
    return float(place.x), float(place.y)


def _path(rings: Iterable[Ring], project: Projection, *, closed: bool) -> str:
    """SVG path in tenths of a unit, without the places that nobody would see."""
    drawn = []
    for ring in rings:
        places = [project(lon, lat) for lon, lat in ring]
        if closed and len(places) > 4:
            places = list(Polygon(places).exterior.simplify(0.4).coords)
        drawn.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places) + ("Z" if closed else ""))
    return "".join(drawn)


def _marks(placed: Sequence[tuple[Point, float, float]]) -> list[Mark]:
    """Each point joins the first mark that it would touch, in the order of the list: the same map every time."""
    groups: list[tuple[float, float, list[Point]]] = []
    for point, x, y in placed:
        near = next((group for group in groups if abs(group[0] - x) < APART and abs(group[1] - y) < APART), None)
        if near:
            near[2].append(point)
        else:
            groups.append((x, y, [point]))
    return [Mark(tuple(points), round(x, 1), round(y, 1)) for x, y, points in groups]
