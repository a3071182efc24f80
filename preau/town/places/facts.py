"""Where things are: public places of the town, nobody's home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from preau.foundation.facts import Fact, code, decimal, flag
from preau.people.organisations.models import Commune
from preau.town.areas.quarters import quarters_of

from .models import Site


def _sites(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for town in Commune.objects.order_by("pk"):
        quarter_of = quarters_of(town)
        for each in Site.objects.filter(commune=town).order_by("pk"):
            quarter = quarter_of(*each.point) if each.point else None
            area = quarter.slug if quarter else ""
            yield each.slug, each.kind, area, each.lon, each.lat, each.is_public, each.closed_on is not None


SITES = Fact(
    "sites",
    "One row for each place where activities may run.",
    (
        code("site", "places.Site.slug", sentence="as other tables name it"),
        code("kind", "places.Site.kind", sentence="a value of SiteKind"),
        code("area", "places.Site.lon", "places.Site.lat", sentence="slug of its quarter, or empty"),
        decimal("lon", "places.Site.lon", sentence="degrees, WGS84; nothing: not on the map"),
        decimal("lat", "places.Site.lat", sentence="degrees, WGS84"),
        flag("public", "places.Site.is_public", sentence="families see it"),
        flag("closed", "places.Site.closed_on", sentence="closed for good"),
    ),
    rows=_sites,
)

FACTS = (SITES,)
