"""Draws the fictional town: its limit, its quarters, its river and railway, its doors, who lives in its squares.

Everything comes from a small table and the same dice: two loadings give the same town to the centimetre.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from hashlib import sha256
from random import Random
from typing import Any

from pyproj import Transformer
from shapely import affinity, transform
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box, mapping
from shapely.ops import unary_union

from preau.demo.content import geography, town
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.town.addresses.models import Address
from preau.town.areas.actions import decide_pace, weigh_cells
from preau.town.areas.distance import Pace
from preau.town.areas.enums import AreaKind, BarrierKind
from preau.town.areas.models import Area, Barrier, GridCell

_MIDDLE = (2.1710, 48.9430)
_EAST, _NORTH = 111_320 * math.cos(math.radians(_MIDDLE[1])), 111_320.0
"""Metres in a degree, here."""
_SQUARE = 200
_TO_GRID = Transformer.from_crs("EPSG:4326", "EPSG:3035", always_xy=True)
_FROM_GRID = Transformer.from_crs("EPSG:3035", "EPSG:4326", always_xy=True)


def draw_town(commune: Commune, hand: Hand) -> None:
    quarters = {each.slug: Polygon(_wandering(each.places)) for each in geography.QUARTERS}
    limit = unary_union([quarter.buffer(1e-7) for quarter in quarters.values()])
    river = _turned(LineString(map(_metres, geography.RIVER)).buffer(geography.RIVER_WIDTH / 2), _degrees)
    Area.objects.bulk_create(_areas(commune, quarters, limit, river))
    Barrier.objects.bulk_create(_barriers(commune))
    dry = limit.difference(river)
    Address.objects.bulk_create(_addresses(commune, quarters, dry), batch_size=500)
    GridCell.objects.bulk_create(_cells(commune, quarters, limit), batch_size=500)
    weigh_cells(commune)
    pace = Pace(geography.PACE_FROM, geography.PACE_UNDER, geography.PACE, geography.PACE_DETOUR, geography.PACE_SOURCE)
    decide_pace(commune, pace, hand=hand)


def _areas(commune: Commune, quarters: dict[str, Polygon], limit: Polygon, river: Polygon) -> list[Area]:
    drawn = [(AreaKind.COMMUNE, town.INSEE, town.NAME, limit), (AreaKind.WATER, "fleuve", geography.RIVER_NAME, river)]
    drawn += [(AreaKind.QUARTER, each.slug, each.name, quarters[each.slug]) for each in geography.QUARTERS]
    made = []
    for kind, key, name, outline in drawn:
        west, south, east, north = outline.bounds
        box_ = {"west": west, "south": south, "east": east, "north": north}
        facts = {"kind": kind, "name": name, "insee_code": town.INSEE, "outline": _json(outline), **box_}
        made.append(Area(commune=commune, official_id=key, fingerprint=_print(key), **facts))
    return made


def _barriers(commune: Commune) -> list[Barrier]:
    line: dict[str, Any] = {"type": "LineString", "coordinates": [list(place) for place in geography.RAILWAY]}
    drawn = [(BarrierKind.RAILWAY, geography.RAILWAY_NAME, line)]
    drawn += [
        (BarrierKind.PASSAGE, name, {"type": "Point", "coordinates": list(place)}) for name, place in geography.PASSAGES
    ]
    return [
        Barrier(commune=commune, official_id=name, fingerprint=_print(name), kind=kind, name=name, geometry=geometry)
        for kind, name, geometry in drawn
    ]


def _wandering(corners: list[geography.Place]) -> list[geography.Place]:
    """Borders that follow lanes and hedges rather than a ruler; the same on both sides of each."""
    ring: list[geography.Place] = []
    for one, other in zip(corners, [*corners[1:], corners[0]], strict=True):
        way = _border(min(one, other), max(one, other), depth=3)
        ring += (way if one < other else way[::-1])[:-1]
    return ring


def _border(one: geography.Place, other: geography.Place, *, depth: int) -> list[geography.Place]:
    if not depth:
        return [one, other]
    dice = _dice(f"{one}{other}")
    aside = dice.uniform(-0.07, 0.07)
    lon = (one[0] + other[0]) / 2 - (other[1] - one[1]) * aside * 1.5
    lat = (one[1] + other[1]) / 2 + (other[0] - one[0]) * aside / 1.5
    return _border(one, (lon, lat), depth=depth - 1)[:-1] + _border((lon, lat), other, depth=depth - 1)


def _addresses(commune: Commune, quarters: dict[str, Polygon], dry: Polygon) -> list[Address]:
    made = []
    for street, doors in _streets(quarters):
        for number, lon, lat in doors:
            if not dry.contains(Point(lon, lat)):
                continue
            key = f"{town.INSEE}_{_print(street)[:6]}_{number:05d}"
            where = {"postcode": geography.POSTCODE, "insee_code": town.INSEE, "city": town.NAME, "is_certified": True}
            made.append(
                Address(commune=commune, official_id=key, fingerprint=_print(key), number=number, street=street,
                        lon=round(lon, 6), lat=round(lat, 6), **where)
            )  # fmt: skip
    return made


type Doors = Iterator[tuple[int, float, float]]


def _streets(quarters: dict[str, Polygon]) -> Iterator[tuple[str, Doors]]:
    for street in geography.KNOWN_STREETS:
        x, y = _metres(street.place)
        way = math.radians(street.bearing)
        back = (street.number - 1) / 2 * geography.METRES_BY_DOOR
        yield street.name, _doors((x - math.cos(way) * back, y - math.sin(way) * back), way, street.last, aside=0)
    for quarter in geography.QUARTERS:
        for name, line in zip(quarter.streets, _lines(quarter, quarters[quarter.slug]), strict=True):
            (x, y), (end_x, end_y) = line.coords[0], line.coords[-1]
            count = min(geography.doors_of(name), int(line.length / geography.METRES_BY_DOOR) * 2)
            yield name, _doors((x, y), math.atan2(end_y - y, end_x - x), count, aside=5)


def _lines(quarter: geography.Quarter, outline: Polygon) -> Iterator[LineString]:
    """One street in two runs along the quarter's bearing, the others across; each crosses it at a place of its own."""
    ground = _turned(outline, _in_metres).buffer(-25)
    middle = ground.centroid
    for at in range(len(quarter.streets)):
        across = at % 2
        half = (len(quarter.streets) + 1) // 2
        offset = ((at // 2) + 0.5) / half - 0.5
        line = LineString([(middle.x - 3000, middle.y + offset * 780), (middle.x + 3000, middle.y + offset * 780)])
        inside = affinity.rotate(line, quarter.bearing + 90 * across, origin=middle).intersection(ground)
        pieces = list(inside.geoms) if isinstance(inside, MultiLineString) else [inside]
        yield max(pieces, key=lambda piece: piece.length)


def _doors(start: tuple[float, float], way: float, last: int, *, aside: float) -> Doors:
    """Odd on one side, even on the other; some numbers were never built."""
    for number in range(1, last + 1):
        if aside and number % 11 == 7:
            continue
        along = (number - 1) / 2 * geography.METRES_BY_DOOR
        side = aside if number % 2 else -aside
        x = start[0] + math.cos(way) * along - math.sin(way) * side
        y = start[1] + math.sin(way) * along + math.cos(way) * side
        yield number, *_place(x, y)


def _cells(commune: Commune, quarters: dict[str, Polygon], limit: Polygon) -> list[GridCell]:
    """Squares over the town, with the people of the quarter each lies in; those inside are the town's population."""
    weighed = [
        (square, quarter, _dice(square[0])) for square in _squares(limit) if (quarter := _quarter(square, quarters))
    ]
    weights = [quarter.density * dice.uniform(0.6, 1.4) for _, quarter, dice in weighed]
    inside = sum(weight * _part(square, limit) for weight, (square, _, _) in zip(weights, weighed, strict=True))
    each = town.POPULATION / inside
    return [
        _cell(commune, square, quarter, weight * each, dice)
        for (square, quarter, dice), weight in zip(weighed, weights, strict=True)
    ]


type Square = tuple[str, Polygon]


def _squares(limit: Polygon) -> Iterator[Square]:
    west, south, east, north = _turned(limit, _TO_GRID.transform).bounds
    for y in range(int(south // _SQUARE), int(north // _SQUARE) + 1):
        for x in range(int(west // _SQUARE), int(east // _SQUARE) + 1):
            left, low = x * _SQUARE, y * _SQUARE
            square = _turned(box(left, low, left + _SQUARE, low + _SQUARE), _FROM_GRID.transform)
            if square.intersects(limit):
                yield f"FICTIF200mN{low}E{left}", square


def _quarter(square: Square, quarters: dict[str, Polygon]) -> geography.Quarter | None:
    parts = {each.slug: square[1].intersection(quarters[each.slug]).area for each in geography.QUARTERS}
    best = max(geography.QUARTERS, key=lambda each: parts[each.slug])
    return best if parts[best.slug] else None


def _part(square: Square, limit: Polygon) -> float:
    return float(square[1].intersection(limit).area / square[1].area)


def _cell(commune: Commune, square: Square, quarter: geography.Quarter, people: float, dice: Random) -> GridCell:
    key, outline = square
    minors = people * quarter.children * dice.uniform(0.85, 1.15)
    households = people / dice.uniform(2.1, 2.7)
    facts: dict[str, Any] = {
        "aged_0_3": minors * 0.22,
        "aged_4_5": minors * 0.12,
        "aged_6_10": minors * 0.29,
        "aged_11_17": minors * 0.37,
        "aged_18_24": people * 0.09,
        "households": households,
        "poor_households": households * quarter.children * 0.6,
        "single_parent_households": households * quarter.children * 0.45,
        "large_households": households * quarter.children * 0.4,
        "living_standard_sum": people * (27_500 - 26_000 * quarter.children),
        "people": people,
    }
    counts = {name: round(value, 1) for name, value in facts.items()}
    middle = outline.centroid
    return GridCell(commune=commune, official_id=key, fingerprint=_print(key), lon=middle.x, lat=middle.y,
                    outline=_json(outline), communes=[town.INSEE], **counts)  # fmt: skip


def _turned(outline: Polygon, change: Callable[[Any, Any], Any]) -> Polygon:
    return transform(outline, change, interleaved=False)


def _metres(place: geography.Place) -> tuple[float, float]:
    return (place[0] - _MIDDLE[0]) * _EAST, (place[1] - _MIDDLE[1]) * _NORTH


def _place(x: float, y: float) -> geography.Place:
    return _MIDDLE[0] + x / _EAST, _MIDDLE[1] + y / _NORTH


def _in_metres(lon: Any, lat: Any) -> Any:
    return (lon - _MIDDLE[0]) * _EAST, (lat - _MIDDLE[1]) * _NORTH


def _degrees(x: Any, y: Any) -> Any:
    return _MIDDLE[0] + x / _EAST, _MIDDLE[1] + y / _NORTH


def _json(outline: Polygon) -> dict[str, Any]:
    drawn = mapping(outline)
    rings = [[[round(lon, 6), round(lat, 6)] for lon, lat in ring] for ring in drawn["coordinates"]]
    return {"type": drawn["type"], "coordinates": rings}


def _dice(key: str) -> Random:
    return Random(key)  # noqa: S311  the dice of a story, not of a lock


def _print(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:32]
