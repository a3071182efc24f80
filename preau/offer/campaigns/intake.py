"""How wishes come in while the window is open: by day, never by name. When each came counts for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from .enums import ApplicationState
from .models import AllocationCampaign


@dataclass(frozen=True, slots=True)
class Day:
    """``started``: applications begun that day, drafts included; ``sent``: those sent that day and still standing."""

    on: date
    started: int
    sent: int


def by_day(campaign: AllocationCampaign) -> list[Day]:
    """Days on which something came, first one first. Two queries."""
    rows = campaign.applications.order_by()
    started = dict(rows.values_list(TruncDate("started_at")).annotate(n=Count("pk")))
    sent = dict(rows.filter(state=ApplicationState.SENT).values_list(TruncDate("sent_at")).annotate(n=Count("pk")))
    return [Day(day, started.get(day, 0), sent.get(day, 0)) for day in sorted(started.keys() | sent.keys())]


FIRST_WISHES = Count("wishes", filter=Q(wishes__application__state=ApplicationState.SENT, wishes__rank=1))
"""By offer: demand that puts it first."""
