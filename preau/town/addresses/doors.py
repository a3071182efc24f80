"""Where a number stands in its street, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from preau.foundation.maps.distance import metres

from .streets import Door, Street

CLOSE = 50.0
"""Metres: what two answers may differ by and still be the same answer for somebody who walks."""


@dataclass(frozen=True, slots=True)
class Spot:
    """``is_official`` when the door itself is known; ``is_near`` when it can't be far from there."""

    lon: float
    lat: float
    label: str
    is_official: bool = False
    is_near: bool = False


def spots(street: Street, number: int, suffix: str) -> list[Spot]:
    """The door; failing that its number without the suffix, a place between its neighbours, or the street's middle.

    One spot, but where the register has the same number twice in a street, far apart: both, and neither is near.
    """
    if not number:
        return [Spot(street.middle.lon, street.middle.lat, street.name)]
    same = [door for door in street.doors if door.number == number]
    if not same:
        return [_between(street, number)]
    best = _with_suffix(same, suffix)
    twins = [door for door in same if door.suffix == best.suffix]
    if any(metres(best.lon, best.lat, twin.lon, twin.lat) > CLOSE for twin in twins):
        return [Spot(twin.lon, twin.lat, named(street, number, twin.suffix)) for twin in twins]
    is_it = best.suffix == suffix or (suffix == "b" and best.suffix == "bis")
    return [Spot(best.lon, best.lat, named(street, number, best.suffix), is_it, True)]


def named(street: Street, number: int, suffix: str = "") -> str:
    """« 12 bis Rue des Tilleuls » as the register writes it."""
    return f"{number}{f' {suffix}' if suffix else ''} {street.name}" if number else street.name


def _with_suffix(doors: list[Door], suffix: str) -> Door:
    wanted = [suffix, "bis" if suffix == "b" else suffix, ""]
    return next((door for text in wanted for door in doors if door.suffix == text), doors[0])


def _between(street: Street, number: int) -> Spot:
    """On the same side; sure to be near only between two neighbours that are themselves close to each other."""
    side = [door for door in street.doors if door.number and door.number % 2 == number % 2]
    before = [door for door in side if door.number < number]
    after = [door for door in side if door.number > number]
    if before and after:
        low, high = before[-1], after[0]
        part = (number - low.number) / (high.number - low.number)
        lon, lat = low.lon + (high.lon - low.lon) * part, low.lat + (high.lat - low.lat) * part
        is_near = metres(low.lon, low.lat, high.lon, high.lat) <= CLOSE
        return Spot(lon, lat, named(street, number), is_near=is_near)
    nearest = min(side or street.doors, key=lambda door: abs(door.number - number), default=street.middle)
    return Spot(nearest.lon, nearest.lat, named(street, nearest.number, nearest.suffix))
