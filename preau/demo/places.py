"""The places of the story that no school shares, on the map, by the name that the rest of the story calls them."""

from __future__ import annotations

from collections.abc import Mapping

from preau.demo.content import places, town
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune, Organisation
from preau.town.places.actions import SiteFacts, add_site
from preau.town.places.models import Site

type Organisations = Mapping[str, Organisation]


def open_other_places(commune: Commune, organisations: Organisations, hand: Hand) -> dict[str, Site]:
    opened: dict[str, Site] = {}
    for place in places.PLACES:
        lon, lat = place.point
        facts = SiteFacts(
            name=place.name,
            kind=place.kind,
            address=f"{place.address}, {town.NAME}",
            school=organisations.get(place.school),
            care=organisations.get(place.care),
            lon=lon,
            lat=lat,
            part_of=opened.get(place.part_of),
        )
        opened[place.slug] = add_site(commune, facts, by=hand.by, now=hand.now, slug=place.slug)
    return opened
