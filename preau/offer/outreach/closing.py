"""A list closes: by its referent, at its term, or with the designation. Names go, numbers stay."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import who_hold
from preau.people.audit.actions import record

from .enums import Ending
from .models import OutreachList, OutreachReferent, OutreachResult


@transaction.atomic
def close_list(row: OutreachList, ending: Ending, *, hand: Hand) -> OutreachList:
    """Twice changes nothing."""
    held = OutreachList.objects.select_for_update(no_key=True).get(pk=row.pk)
    if held.closed_at is not None:
        return held
    counted = Counter(held.lines.values_list("outcome", "barrier"))
    OutreachResult.objects.bulk_create(
        OutreachResult(list=held, outcome=outcome, barrier=barrier, children=number)
        for (outcome, barrier), number in sorted(counted.items())
    )
    held.lines.all().delete()
    held.closed_at, held.ending = hand.now, ending
    held.save(update_fields=["closed_at", "ending"])
    record("outreach.list_closed", held, by=hand.by_id, now=hand.now, details={"ending": str(ending)})
    return held


def close_all_of(referent: OutreachReferent, *, hand: Hand) -> int:
    open_ones = list(OutreachList.objects.filter(referent=referent, closed_at__isnull=True))
    for each in open_ones:
        close_list(each, Ending.LEFT, hand=hand)
    return len(open_ones)


def close_due(*, now: datetime) -> int:
    """Those whose last day has passed, and those of somebody who is no longer a referent, or no longer receives
    families. Each closes by itself: one that fails does not keep the others open.
    """
    today, hand = timezone.localdate(now), Hand(None, now)
    open_ones = OutreachList.objects.filter(closed_at__isnull=True)
    over = list(open_ones.filter(closes_on__lt=today))
    designated = OutreachReferent.objects.on(today).filter(user__in=who_hold(Role.FAMILY_AGENT, today))
    left = list(open_ones.filter(~Q(referent__in=designated), closes_on__gte=today))
    for each in over:
        close_list(each, Ending.TERM, hand=hand)
    for each in left:
        close_list(each, Ending.LEFT, hand=hand)
    return len(over) + len(left)
