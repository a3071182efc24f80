"""How far, as the crow flies."""

from __future__ import annotations

import math

_EARTH = 6_371_000.0


def metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Great circle between two places in degrees (haversine); within half a percent across the country."""
    north, east = math.radians(other_lat - lat), math.radians(other_lon - lon)
    half = math.sin(north / 2) ** 2
    half += math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
