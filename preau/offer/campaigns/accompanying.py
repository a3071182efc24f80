"""Where the inclusion team decided that a child comes with somebody: noted group by group, before the draw.

People decide it; nothing of why is written anywhere. The draw takes it as it is, where the rules look at it.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Child

from .enums import ApplicationState, CampaignState
from .errors import WindowClosed, WrongWish
from .models import AllocationCampaign, Application, CampaignOffer, Reserve
from .reserving import INCLUSION

BEFORE_THE_DRAW = (CampaignState.OPEN, CampaignState.CLOSED)


def looks_at_it(campaign: AllocationCampaign) -> bool:
    """Whether the rules, or seats that are kept, tell who comes with somebody from the others."""
    kept = Reserve.objects.filter(offer__campaign=campaign, criterion=INCLUSION)
    return kept.exists() or any(INCLUSION in each.criteria for each in campaign.priority_rules.all())


def asked_by_child(application: Application) -> QuerySet[CampaignOffer]:
    """Groups that the child asks for, alone or with others."""
    asked = Q(wishes__application=application) | Q(bundles__wishes__application=application)
    return CampaignOffer.objects.filter(asked).select_related("unit__activity").distinct()


def to_note(child: Child) -> list[Application]:
    """The child's applications for which it can still be noted."""
    rows = Application.objects.filter(child=child, campaign__state__in=BEFORE_THE_DRAW)
    rows = rows.exclude(state=ApplicationState.WITHDRAWN).select_related("campaign", "child")
    return [each for each in rows.prefetch_related("accompanied__unit__activity") if looks_at_it(each.campaign)]


@transaction.atomic
def accompany(application: Application, offers: Collection[CampaignOffer], *, hand: Hand) -> Application:
    """There, and nowhere else. Raises WindowClosed once places are given, WrongWish for what the child did not ask."""
    held = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
    campaign = AllocationCampaign.objects.select_for_update(no_key=True).get(pk=held.campaign_id)
    if campaign.state not in BEFORE_THE_DRAW:
        raise WindowClosed
    before = set(held.accompanied.all())
    if not set(offers) <= before | set(asked_by_child(held)):
        raise WrongWish(_("L’enfant ne demande pas ce groupe."))
    if before != set(offers):
        held.accompanied.set(offers)
        record("application.accompanied", held, by=hand.by_id, now=hand.now)
    return held
