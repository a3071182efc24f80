"""From what the town knows of railways, rivers and wide roads to barriers on the plane of the squares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from shapely import union_all
from shapely.geometry import LineString, Point, shape
from shapely.geometry.base import BaseGeometry

from preau.observatory.equity.rules.barriers import Barrier as Stopping
from preau.observatory.equity.rules.pairs import Floats
from preau.surfaces.workspace.equity.town import Squares
from preau.town.areas.models import Barrier

_TOGETHER = 20.0
"""Metres: two pieces of line nearer than twice this are one barrier, as publishers cut lines at every bridge."""
_THROUGH = 60.0
"""Metres from a line within which a passage goes through it."""


@dataclass(frozen=True, slots=True)
class Obstacles:
    """``lines`` and ``passages`` in degrees (lon, lat), to be drawn; ``stopping`` in metres, to be gone round."""

    lines: list[tuple[tuple[float, float], ...]]
    passages: list[tuple[float, float]]
    stopping: list[Stopping]


def obstacles(barriers: Sequence[Barrier], squares: Squares) -> Obstacles:
    lines = [line for each in barriers if not each.is_passage for line in _lines(each)]
    passages = [(float(lon), float(lat)) for each in barriers if each.is_passage for lon, lat in [_point(each)]]
    return Obstacles(lines, passages, list(_stopping([_metres(line, squares) for line in lines], passages, squares)))


def _stopping(lines: list[Floats], passages: list[tuple[float, float]], squares: Squares) -> Iterator[Stopping]:
    """Lines that touch are one barrier, with every passage through any of them."""
    drawn = [LineString(line) for line in lines]
    through = _metres(passages, squares)
    whole = union_all([line.buffer(_TOGETHER) for line in drawn]) if drawn else None
    for part in _parts(whole):
        own = tuple(line for line, shown in zip(lines, drawn, strict=True) if part.intersects(shown))
        near = [passage for passage in through if part.distance(Point(passage)) <= _THROUGH - _TOGETHER]
        yield Stopping(own, np.array(near, np.float64).reshape(-1, 2))


def _parts(whole: BaseGeometry | None) -> list[BaseGeometry]:
    if whole is None or whole.is_empty:
        return []
    return list(whole.geoms) if hasattr(whole, "geoms") else [whole]


def _lines(barrier: Barrier) -> Iterator[tuple[tuple[float, float], ...]]:
    for part in _parts(shape(barrier.geometry)):
        yield tuple((lon, lat) for lon, lat, *_ in part.coords)


def _point(barrier: Barrier) -> list[float]:
    return list(barrier.geometry["coordinates"][:2])


def _metres(places: Sequence[tuple[float, float]], squares: Squares) -> Floats:
    held = np.array(places, np.float64).reshape(-1, 2)
    return squares.plane(held[:, 0], held[:, 1])
