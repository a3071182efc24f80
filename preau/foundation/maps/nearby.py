"""A point as it may stand in an address bar: rounded to about 100 m, so that it names a street corner, not a home."""

from __future__ import annotations

import math

DECIMALS = 3


def rounded(lon: float, lat: float) -> tuple[float, float]:
    return round(lon, DECIMALS), round(lat, DECIMALS)


def as_text(lon: float, lat: float) -> str:
    """``2.164,48.944``."""
    return ",".join(f"{part:.{DECIMALS}f}" for part in (lon, lat))


def from_text(text: str) -> tuple[float, float] | None:
    """(lon, lat), rounded whatever was sent; None for what is not a point of the Earth."""
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        return None
    return rounded(lon, lat)
