"""The file of a campaign, and when everybody may have it: never before families, never when it would name one."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from preau.people.smallnumbers.deciding import small_numbers_on

from .enums import RunKind
from .models import AllocationCampaign, AllocationRun
from .states import RESULTS

DELICATE = frozenset({"inclusion", "low_quotient"})


def official_run(campaign: AllocationCampaign) -> AllocationRun | None:
    """Once families have their answers."""
    if campaign.state not in RESULTS:
        return None
    return campaign.runs.filter(kind=RunKind.OFFICIAL).first()


def second_run(campaign: AllocationCampaign) -> AllocationRun | None:
    """Once it is made, families know it: it is told as it is decided."""
    if campaign.state not in RESULTS or not campaign.second_round:
        return None
    return campaign.runs.filter(kind=RunKind.SECOND).first()


def is_shown(run: AllocationRun) -> bool:
    """Where enough children share each delicate criterion: under the town's threshold a list of wishes could tell who
    they are (brief, f.6). Otherwise the file is replayed at the town hall, before witnesses, and only its fingerprint
    is published."""
    used = {code for rule in run.campaign.priority_rules.all() for code in rule.criteria}
    used |= {each for offer in run.campaign.offers.all() for each in offer.reserves.values_list("criterion", flat=True)}
    delicate = DELICATE & used
    if not delicate:
        return True
    held: Counter[str] = Counter()
    applications = run.campaign.applications.filter(facts__isnull=False)  # those drawn, erased since or not
    for facts in applications.values_list("facts", flat=True):
        held.update(delicate & set((facts or {}).get("sources", {})))
    least = small_numbers_on(run.campaign.commune, timezone.localdate(run.at)).sensitive_cell
    return all(count >= least for count in held.values())
