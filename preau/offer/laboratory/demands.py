"""Where wishes come from: a town that is made up, or a past campaign without its names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.allocation.synthetic import BANDS, Makeup, make_population
from preau.offer.campaigns.enums import RunKind
from preau.offer.campaigns.held import Facts
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.problem import offers_of, problem_of, sent_to
from preau.offer.enrolment.models import Enrolment
from preau.people.households.quotients import quotients_on
from preau.town.areas.enums import AreaKind
from preau.town.areas.queries import areas_of_kind

from .computing import Demand
from .errors import StudyRefused

MADE_UP = frozenset({"resident", "near", "not_served_last_year", "low_quotient", "inclusion"})
"""The criteria that children of a made up town hold."""


@dataclass(frozen=True, slots=True)
class Invention:
    """What a made up town is told by. ``children`` and ``offers`` are counts; the others are of a hundred."""

    children: int = 480
    offers: int = 20
    places_for: int = 70
    new: int = 30
    second: int = 20
    inclusion: int = 5

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def invented(told: Invention, *, seed: str) -> Demand:
    """The same town for the same seed."""
    made = make_population(
        int(seed, 16),
        children=told.children,
        offers=told.offers,
        makeup=Makeup(told.places_for, told.new, inclusion=told.inclusion, second=told.second),
    )
    return Demand(made.problem, made.groups, made.arrivals, {})


def replayed(campaign: AllocationCampaign) -> Demand:
    """The wishes as they were sent, with the criteria kept at the decision. Raises StudyRefused."""
    run = campaign.runs.filter(kind=RunKind.OFFICIAL).first()
    if run is None:
        raise StudyRefused([_("Cette campagne n’a pas encore donné ses places : elle ne peut pas être rejouée.")])
    offers, applications = offers_of(campaign), sent_to(campaign)
    facts = {each.pk: _facts(each) for each in applications}
    problem = problem_of(campaign, offers, applications, facts)
    shared = {each.key for each in problem.applications if each.group}
    return Demand(
        problem,
        _groups(applications, shared, campaign, run.at),
        {each.code: _seconds(each, campaign) for each in applications},
        {area.official_id[:80]: area.name for area in areas_of_kind(campaign.commune, AreaKind.QUARTER)},
    )


def _facts(application: Application) -> Facts:
    kept = application.facts or {}
    facts = Facts(everywhere=set(kept.get("everywhere", ())))
    for offer, held in kept.get("at", {}).items():
        facts.at[offer] = set(held)
    return facts


def _seconds(application: Application, campaign: AllocationCampaign) -> int:
    return int((application.sent_at - campaign.opens_at).total_seconds()) if application.sent_at else 0


def _groups(
    applications: Sequence[Application], shared: set[str], campaign: AllocationCampaign, at: Any
) -> dict[str, dict[str, str]]:
    homes = {each.household_id for each in applications if each.household_id}
    bands = _bands(quotients_on(homes, timezone.localdate(at)))
    known = _known(homes, campaign)
    accompanied = set(
        Application.accompanied.through.objects.filter(application__campaign=campaign).values_list(
            "application", flat=True
        )
    )
    return {
        each.code: {
            "area": (each.household.quarter if each.household else "") or "none",
            "quotient": bands.get(each.household_id or 0, "none"),
            "sex": each.child.sex or "none",
            "family": "known" if each.household_id in known else "new",
            "siblings": "yes" if each.code in shared else "no",
            "inclusion": "yes" if each.pk in accompanied else "no",
        }
        for each in applications
    }


def _bands(quotients: dict[int, int]) -> dict[int, str]:
    """Fifths of the homes that asked, the lowest first; homes with the same quotient are in the same one."""
    line = sorted(quotients.values())
    return {home: BANDS[line.index(value) * len(BANDS) // len(line)] for home, value in quotients.items()}


def _known(homes: Iterable[int], campaign: AllocationCampaign) -> set[int]:
    """Homes that had asked for a place before the campaign opened."""
    before = Enrolment.objects.filter(household__in=homes, asked_at__lt=campaign.opens_at)
    return set(before.values_list("household", flat=True))
