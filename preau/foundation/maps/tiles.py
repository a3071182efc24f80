"""The background of a map, when the town runs a tile server or trusts one. None by default: nobody is called."""

from __future__ import annotations

from django.conf import settings


def tiles() -> dict[str, str] | None:
    if not settings.MAP_TILES:
        return None
    return {"url": settings.MAP_TILES, "attribution": settings.MAP_TILES_ATTRIBUTION}
