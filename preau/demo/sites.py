"""The places of the story: who shares them, and their hours."""

from __future__ import annotations

from collections.abc import Mapping

from preau.demo.content import sites, town
from preau.people.organisations.models import Commune, Organisation
from preau.plan.structure.ledger import Hand
from preau.town.calendar.actions import open_week
from preau.town.calendar.rules import Line, Week, hours_of
from preau.town.places.actions import SiteFacts, add_site
from preau.town.places.enums import SiteKind
from preau.town.places.models import Site


def open_places(commune: Commune, organisations: Mapping[str, Organisation], hand: Hand) -> dict[str, Site]:
    places: dict[str, Site] = {}
    for place in sites.PLACES:
        school, care = organisations[place.school], organisations[place.care]
        facts = SiteFacts(place.name, SiteKind.SCHOOL, f"{place.address}, {town.NAME}", school, care)
        places[place.slug] = site = add_site(commune, facts, by=hand.by, now=hand.now)
        lines = [
            Line(band, sites.clock(start), sites.clock(end), days) for band, start, end, days in sites.HOURS[place.slug]
        ]
        week = Week(sites.VALID_FROM, None, hours_of(lines), sites.WEEK_NAME)
        open_week(site, week, decided_by=sites.DECIDED_BY, by=hand.by, now=hand.now)
    return places
