"""What a campaign lets go of: when a family's file is erased, and when the campaign is long over."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Adult, Child

from .enums import CampaignState
from .models import Appeal, Application, CaseExplanation, Letter, Override, RankedWish

_OVER = (CampaignState.NOTIFIED, CampaignState.SECOND, CampaignState.SETTLED, CampaignState.CANCELLED)


@transaction.atomic
def forget_wishes_of(child: Child) -> None:
    """What was never drawn goes whole; of what was, the row stays that the anonymous file knows by its code."""
    mine = Application.objects.filter(child=child)
    drawn = Q(facts__isnull=False) | Q(overrides__isnull=False)
    _let_go(mine.filter(drawn))
    mine.exclude(drawn).delete()


@transaction.atomic
def forget_asker(adult: Adult) -> None:
    """The wishes are the child's; what was posted to this person was theirs."""
    Application.objects.filter(asked_by=adult).update(asked_by=None)
    Letter.objects.filter(adult=adult).delete()


@transaction.atomic
def forget_campaigns(*, before: date, hand: Hand) -> int:
    """Wishes of campaigns that ended before that day, if no appeal is open or was answered since (brief, c.3).

    The anonymous file and its counts stay; so do exceptions signed by two, which are counted in public.
    """
    late = Appeal.objects.filter(application__campaign=OuterRef("campaign"))
    late = late.exclude(answered_on__lt=before).exclude(withdrawn_on__lt=before)
    old = Application.objects.filter(~Exists(late), campaign__state__in=_OVER, campaign__closes_at__date__lt=before)
    signed = old.filter(overrides__isnull=False)
    _let_go(signed)
    gone, _rows = old.exclude(pk__in=signed.values("pk")).delete()
    if gone:
        record("campaigns.forgotten", "campaigns.Application", by=hand.by_id, now=hand.now, details={"count": gone})
    return gone


def _let_go(applications: QuerySet[Application]) -> None:
    keys = list(applications.values_list("pk", flat=True))
    for model in (RankedWish, CaseExplanation, Appeal, Letter, Application.accompanied.through):
        model._default_manager.filter(application__in=keys).delete()
    Override.objects.filter(application__in=keys).update(words="", told="", closing="")
    Application.objects.filter(pk__in=keys).update(
        household=None, asked_by=None, entered_by=None, reminded_by=None, stays_by=None
    )
