"""A town of sixteen squares of 200 m in two quarters, with a hall in the west and another in the east."""

from __future__ import annotations

from preau.town.areas.enums import AreaKind, BarrierKind
from preau.town.areas.models import Area, Barrier, GridCell
from preau.town.areas.population import AGES
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site

from .offer import make_activity
from .people import make_commune

WEST, SOUTH = 2.17, 48.94
WIDE, HIGH = 0.00274, 0.0018
"""Degrees in about 200 m, here."""


def rectangle(west: float, south: float, east: float, north: float) -> dict:
    """In squares from the south-west corner of the town."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return {"type": "Polygon", "coordinates": [[[WEST + x * WIDE, SOUTH + y * HIGH] for x, y in corners]]}


def make_square(x: int, y: int, children: float = 20, **facts: object) -> GridCell:
    return GridCell.objects.create(
        commune=make_commune(),
        official_id=f"{x}-{y}",
        fingerprint="x",
        lon=WEST + (x + 0.5) * WIDE,
        lat=SOUTH + (y + 0.5) * HIGH,
        outline=rectangle(x, y, x + 1, y + 1),
        **{"people": 300, "households": 120, **dict.fromkeys(AGES, children), **facts},
    )


def make_quarter(name: str, *corners: float, kind: AreaKind = AreaKind.QUARTER) -> Area:
    outline = rectangle(*corners)
    (west, south), _, (east, north), *_ = outline["coordinates"][0]
    box = {"west": west, "south": south, "east": east, "north": north}
    return Area.objects.create(
        commune=make_commune(), kind=kind, name=name, official_id=name, fingerprint="x", outline=outline, **box
    )


def make_hall(name: str, x: float, y: float) -> Site:
    lon, lat = WEST + x * WIDE, SOUTH + y * HIGH
    return Site.objects.create(
        commune=make_commune(), name=name, slug=name.lower().replace(" ", "-"), kind=SiteKind.SPORT, lon=lon, lat=lat
    )


def make_barrier(name: str, *places: tuple[float, float], kind: BarrierKind = BarrierKind.RAILWAY) -> Barrier:
    """A line through these corners of squares; a single one is a passage."""
    drawn = [[WEST + x * WIDE, SOUTH + y * HIGH] for x, y in places]
    geometry = {"type": "LineString", "coordinates": drawn}
    if len(drawn) == 1:
        kind, geometry = BarrierKind.PASSAGE, {"type": "Point", "coordinates": drawn[0]}
    return Barrier.objects.create(
        commune=make_commune(), official_id=name, fingerprint="x", name=name, kind=kind, geometry=geometry
    )


def make_squares(*, width: int = 8, height: int = 2) -> None:
    """A ribbon of ``width`` × ``height`` squares of 20 children of each band; two quarters share it."""
    make_quarter("Ville", 0, 0, width, height, kind=AreaKind.COMMUNE)
    make_quarter("Ouest", 0, 0, width / 2, height)
    make_quarter("Est", width / 2, 0, width, height)
    for x in range(width):
        for y in range(height):
            make_square(x, y)


def make_equity() -> tuple[Site, Site]:
    """The squares, two halls, and one session of judo in the west, on Wednesdays at 14:00, for 8-year-olds."""
    make_squares()
    west, east = make_hall("Halle Ouest", 1, 1), make_hall("Halle Est", 7, 1)
    make_activity("Judo", site=west, capacity=16)
    return west, east
