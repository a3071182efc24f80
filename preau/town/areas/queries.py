"""What is asked of areas: where a place lies, how people walk, who lives where."""

from __future__ import annotations

from collections.abc import Sequence

from preau.people.organisations.models import Commune
from preau.people.smallnumbers.floor import SmallNumbers
from preau.town.areas.distance import Pace
from preau.town.areas.enums import AreaKind
from preau.town.areas.locating import Outlines
from preau.town.areas.models import Area, Barrier, GridCell, WalkingPace
from preau.town.areas.population import Population, populations


def areas_at(commune: Commune, lon: float, lat: float) -> list[Area]:
    """Every area of today that holds the place, of all kinds. One query: boxes are compared by the database."""
    near = Area.objects.present().filter(commune=commune, west__lte=lon, east__gte=lon, south__lte=lat, north__gte=lat)
    return Outlines(near).at(lon, lat)


def area_of(commune: Commune, lon: float, lat: float, kind: AreaKind) -> Area | None:
    """The area of that kind that holds the place: the first by name where two share an edge."""
    return next((area for area in areas_at(commune, lon, lat) if area.kind == kind), None)


def areas_of_kind(commune: Commune, kind: AreaKind) -> list[Area]:
    return list(Area.objects.present().filter(commune=commune, kind=kind))


def limit_of(commune: Commune) -> Area | None:
    """The outline of the town itself, not of a neighbour that a file brought along; None when nobody imported it."""
    limits = Area.objects.present().filter(commune=commune, kind=AreaKind.COMMUNE)
    return limits.filter(insee_code__in=["", commune.insee_code]).order_by("-insee_code").first()


def kinds_of(commune: Commune) -> list[str]:
    """The kinds of area that the town has today."""
    return list(Area.objects.present().filter(commune=commune).order_by().values_list("kind", flat=True).distinct())


def paces_of(commune: Commune) -> tuple[Pace, ...]:
    """The town's own walking paces; empty when it keeps those of the house."""
    rows = WalkingPace.objects.filter(commune=commune)
    return tuple(
        Pace(row.valid_from, row.age_under, float(row.km_per_hour), float(row.detour), row.source) for row in rows
    )


def population_of(commune: Commune, areas: Sequence[Area], small: SmallNumbers) -> list[Population]:
    return populations(areas, GridCell.objects.present().filter(commune=commune), small)


def barriers_of(commune: Commune) -> list[Barrier]:
    """What is crossed at passages only, and the passages. One query."""
    return list(Barrier.objects.present().filter(commune=commune))
