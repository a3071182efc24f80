"""The town as the ground of a map: its limit, its quarters, its water. Whoever shows places adds them to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from preau.foundation.maps import Box, Outline
from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area

_DRAWN = (AreaKind.COMMUNE, AreaKind.WATER, AreaKind.QUARTER)
"""In this order: what comes later is drawn over."""


@dataclass(frozen=True, slots=True)
class Ground:
    """``box`` is None for a town whose limit nobody imported: the places themselves then give the frame."""

    box: Box | None
    outlines: tuple[Outline, ...] = ()

    def frame(self, places: Iterable[tuple[float, float]]) -> Box | None:
        """The box to show: the town, or what holds the places (lon, lat) when there is no town to show."""
        return self.box or Box.around(places, margin=0.002)


def ground(commune: Commune) -> Ground:
    """One query. Neighbouring communes that a file brought along are left out."""
    drawn = [
        area for area in Area.objects.present().filter(commune=commune, kind__in=_DRAWN) if _is_ours(area, commune)
    ]
    drawn.sort(key=lambda area: _DRAWN.index(AreaKind(area.kind)))
    limit = next((area for area in drawn if area.kind == AreaKind.COMMUNE), None)
    whole = [limit] if limit else [area for area in drawn if area.kind == AreaKind.QUARTER]
    corners = [corner for area in whole for corner in ((area.west, area.south), (area.east, area.north))]
    return Ground(Box.around(corners), tuple(outline_of(area) for area in drawn))


def outline_of(area: Area, *, level: int = 0, note: str = "", url: str = "") -> Outline:
    return Outline(area.name, area.outline, area.kind, level, note, url)


def _is_ours(area: Area, commune: Commune) -> bool:
    return area.kind != AreaKind.COMMUNE or area.insee_code in ("", commune.insee_code)
