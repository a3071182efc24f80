"""Lists on which a child is named while they are open, and what the adult said of being called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from preau.offer.outreach.models import OutreachLine, OutreachObjection
from preau.people.accounts.models import User
from preau.people.households.copying import Tables
from preau.people.households.models import Child


def outreach_copied(account: User, children: Sequence[Child], on: date) -> Tables:
    lines = OutreachLine.objects.filter(child__in=children).select_related("child", "list")
    return {
        "listes d aller vers": [
            {
                "enfant": str(each.child),
                "ouverte le": _moment(each.list.opened_at),
                "effacée le": each.list.closes_on.isoformat(),
                "à proposer": each.list.offer,
                "suite": each.get_outcome_display() if each.outcome else "",
                "ce qui retenait": each.get_barrier_display() if each.barrier else "",
            }
            for each in lines
        ],
        "opposition a l aller vers": [
            {"dite le": _moment(each.told_at), "reprise le": _moment(each.withdrawn_at)}
            for each in OutreachObjection.objects.filter(adult__account=account)
        ],
    }


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="minutes") if at else ""
