"""Which criteria each child holds on the day of the decision, read once for all of them and kept with their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.households.models import Residence
from preau.people.households.quotients import quotients_on
from preau.people.households.rights import age_on
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import area_of

from .criteria import KNOWN
from .models import AllocationCampaign, Application, CampaignOffer

_SERVED = (EnrolmentState.CONFIRMED, EnrolmentState.ENDED)


@dataclass(slots=True)
class Facts:
    """``everywhere``: held whatever the offer; ``at``: offer code → held there only."""

    everywhere: set[str] = field(default_factory=set)
    at: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def kept(self) -> dict[str, object]:
        """As it is stored and read again by the family: sorted, each criterion with its source in French."""
        held = self.everywhere.union(*self.at.values()) if self.at else self.everywhere
        return {
            "everywhere": sorted(self.everywhere),
            "at": {offer: sorted(codes) for offer, codes in sorted(self.at.items()) if codes},
            "sources": {code: str(KNOWN[code].source) for code in sorted(held)},
        }


def facts_of(
    campaign: AllocationCampaign, applications: Sequence[Application], offers: Sequence[CampaignOffer], on: date
) -> dict[int, Facts]:
    """Application → what is held. A fixed number of queries."""
    found = {each.pk: Facts() for each in applications}
    homes = _homes(applications)
    quotients = quotients_on({home for each in homes.values() for home in each}, on)
    before = _before(campaign, applications)
    siblings = _siblings(applications, homes)
    places = _places_of_siblings(siblings)
    quarters = {offer.pk: _quarter(campaign, offer) for offer in offers}
    accompanied = _accompanied(applications)
    for each in applications:
        facts, home = found[each.pk], each.household
        if home is not None and home.is_resident:
            facts.everywhere.add("resident")
        if each.child_id not in before:
            facts.everywhere.add("not_served_last_year")
        if home is not None and quotients.get(home.pk, campaign.low_quotient + 1) <= campaign.low_quotient:
            facts.everywhere.add("low_quotient")
        for offer in offers:
            activity = offer.unit.activity
            here = facts.at[offer.code]
            if home is not None and home.quarter and home.quarter == quarters[offer.pk]:
                here.add("near")
            if activity.site_id and any(activity.site_id in places.get(child, ()) for child in siblings[each.child_id]):
                here.add("sibling_there")
            if (activity.organisation_id, activity.title) in before.get(each.child_id, ()):
                here.add("continues")
            if activity.age_max is not None and age_on(each.child.born_on, offer.unit.starts_on) == activity.age_max:
                here.add("last_year_of_age")
            if offer.pk in accompanied.get(each.pk, ()):
                here.add("inclusion")
    return found


def _homes(applications: Iterable[Application]) -> dict[int, set[int]]:
    """Child → the homes it lives in. The one that asks counts, whoever typed it."""
    found: dict[int, set[int]] = defaultdict(set)
    children = {each.child_id for each in applications}
    open_ones = Residence.objects.filter(child__in=children, until_on__isnull=True)
    for child, home in open_ones.values_list("child", "household"):
        found[child].add(home)
    return found


def _before(campaign: AllocationCampaign, applications: Iterable[Application]) -> dict[int, set[tuple[int, str]]]:
    """Child → (organisation, title) of what it was served the school year before."""
    found: dict[int, set[tuple[int, str]]] = defaultdict(set)
    rows = Enrolment.objects.filter(
        child__in={each.child_id for each in applications},
        unit__activity__school_year=campaign.school_year - 1,
        state__in=_SERVED,
    )
    for child, organisation, title in rows.values_list(
        "child", "unit__activity__organisation", "unit__activity__title"
    ):
        found[child].add((organisation, title))
    return dict(found)


def _siblings(applications: Iterable[Application], homes: dict[int, set[int]]) -> dict[int, set[int]]:
    """Child → the other children of its homes."""
    together: dict[int, set[int]] = defaultdict(set)
    every_home = {home for each in homes.values() for home in each}
    for home, child in Residence.objects.filter(household__in=every_home, until_on__isnull=True).values_list(
        "household", "child"
    ):
        together[home].add(child)
    return {
        each.child_id: set().union(*(together[home] for home in homes.get(each.child_id, ()))) - {each.child_id}
        for each in applications
    }


def _places_of_siblings(siblings: dict[int, set[int]]) -> dict[int, set[int]]:
    """Child → the sites where it has a confirmed place."""
    children = set().union(*siblings.values()) if siblings else set()
    found: dict[int, set[int]] = defaultdict(set)
    rows = Enrolment.objects.filter(child__in=children, state=EnrolmentState.CONFIRMED)
    for child, site in rows.values_list("child", "unit__activity__site"):
        if site is not None:
            found[child].add(site)
    return found


def _quarter(campaign: AllocationCampaign, offer: CampaignOffer) -> str:
    site = offer.unit.activity.site
    if site is None or site.lon is None or site.lat is None:
        return ""
    area = area_of(campaign.commune, site.lon, site.lat, AreaKind.QUARTER)
    return area.official_id[:80] if area else ""


def _accompanied(applications: Iterable[Application]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Application.accompanied.through.objects.filter(application__in=[each.pk for each in applications])
    for application, offer in rows.values_list("application", "campaignoffer"):
        found[application].add(offer)
    return found
