"""Where places are: a map of all that was found, a small one of one place, and what is within a few minutes on foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.maps import Box, Map, Point
from preau.people.organisations.models import Commune
from preau.surfaces.public.places.cards import Card
from preau.town.areas.distance import in_words, walking_minutes
from preau.town.areas.enums import AreaKind
from preau.town.areas.mapping import ground
from preau.town.areas.queries import area_of, paces_of
from preau.town.places.models import Site

_MARGIN, _AROUND = 0.003, 0.006
"""Degrees around what is shown: about 250 m, and 500 m for one place."""
NEAR, NEIGHBOURS = 15, 3
"""Minutes on foot, and how many places are told."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    site: Site
    walk: str


def map_of(commune: Commune, cards: Sequence[Card]) -> Map | None:
    """None when nothing that was found is on the map, or when nobody drew the town yet: dots on nothing say nothing."""
    points = tuple(
        Point(lon, lat, card.site.name, detail=card.words, url=reverse("public:place", args=[card.site.slug]))
        for card in cards
        if card.site.point
        for lon, lat in [card.site.point]
    )
    box = Box.around([(point.lon, point.lat) for point in points], margin=_MARGIN)
    outlines = ground(commune).outlines
    if box is None or not outlines:
        return None
    words = ngettext("%(count)d lieu sur la carte", "%(count)d lieux sur la carte", len(points))
    return Map(
        box=box,
        title=_("Où sont ces lieux"),
        description=words % {"count": len(points)},
        outlines=outlines,
        points=points,
        is_listed=False,
    )


def small_map_of(site: Site) -> Map | None:
    outlines = ground(site.commune).outlines
    if site.point is None or not outlines:
        return None
    box = Box.around([site.point], margin=_AROUND)
    assert box is not None  # noqa: S101  there is a point
    return Map(
        box=box,
        title=_("Où est ce lieu"),
        description=site.address,
        outlines=outlines,
        points=(Point(*site.point, site.name, detail=site.address),),
        is_listed=False,
    )


def quarter_of(site: Site) -> str:
    """ "" where no outline holds the place."""
    area = area_of(site.commune, *site.point, AreaKind.QUARTER) if site.point else None
    return area.name if area else ""


def neighbours(site: Site, on: date) -> list[Neighbour]:
    """The nearest other places, within a walk of ``NEAR`` minutes."""
    if site.point is None:
        return []
    others = Site.objects.shown(on).filter(commune=site.commune_id, part_of__isnull=True, lon__isnull=False)
    paces = paces_of(site.commune)
    walks = [
        (walking_minutes(*site.point, *other.point, age=None, on=on, paces=paces), other)
        for other in others.exclude(pk__in={site.pk, site.part_of_id or site.pk})
        if other.point
    ]
    near = sorted((pair for pair in walks if pair[0] <= NEAR), key=lambda pair: (pair[0], pair[1].name))
    return [Neighbour(other, in_words(walk)) for walk, other in near[:NEIGHBOURS]]
