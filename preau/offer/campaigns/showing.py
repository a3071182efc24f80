"""The file of a campaign, and when everybody may have it: never before families, never when it would name one."""

from __future__ import annotations

from collections import Counter

from .enums import RunKind
from .models import AllocationCampaign, AllocationRun
from .states import RESULTS

SMALLEST = 11
"""Children who share a delicate criterion: under it, a list of wishes could tell who they are (brief, f.6)."""
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
    """Otherwise the file is replayed at the town hall, before witnesses, and only its fingerprint is published."""
    used = {code for rule in run.campaign.priority_rules.all() for code in rule.criteria}
    used |= {each for offer in run.campaign.offers.all() for each in offer.reserves.values_list("criterion", flat=True)}
    delicate = DELICATE & used
    if not delicate:
        return True
    held: Counter[str] = Counter()
    applications = run.campaign.applications.filter(facts__isnull=False)  # those drawn, erased since or not
    for facts in applications.values_list("facts", flat=True):
        held.update(delicate & set((facts or {}).get("sources", {})))
    return all(count >= SMALLEST for count in held.values())
