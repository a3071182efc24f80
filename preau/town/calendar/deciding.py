"""What people decide about the year of the town: its zone, and what it says against the official calendar.

The town's row is held meanwhile, so that two zones, or two local periods, never hold on one day.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.calendar.errors import LocalDaysTaken
from preau.town.calendar.models import LocalPeriod, ZoneTerm
from preau.town.calendar.schoolcalendar import Local


@transaction.atomic
def choose_zone(commune: Commune, zone: str, *, since: date, hand: Hand) -> ZoneTerm:
    """From that day on, until further notice. What was said of later days no longer counts; the journal keeps it."""
    _hold(commune)
    terms = ZoneTerm.objects.filter(commune=commune)
    for later in terms.filter(valid_from__gte=since):
        record("calendar.zone_replaced", later, by=hand.by_id, now=hand.now, details=_details(later))
        later.delete()
    terms.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=since)).update(valid_to=since - timedelta(days=1))
    chosen = ZoneTerm.objects.create(commune=commune, zone=zone, valid_from=since)
    record("calendar.zone_chosen", chosen, by=hand.by_id, now=hand.now, details=_details(chosen))
    return chosen


@transaction.atomic
def add_local_period(commune: Commune, said: Local, *, decided_by: str, hand: Hand) -> LocalPeriod:
    """Raises LocalDaysTaken."""
    _hold(commune)
    meeting = LocalPeriod.objects.filter(commune=commune, first_day__lte=said.last_day, last_day__gte=said.first_day)
    if (other := meeting.first()) is not None:
        raise LocalDaysTaken(other)
    period = LocalPeriod.objects.create(
        commune=commune,
        name=said.name,
        first_day=said.first_day,
        last_day=said.last_day,
        has_class=said.has_class,
        decided_by=decided_by,
    )
    record("calendar.local_period_added", period, by=hand.by_id, now=hand.now, details=_local(period))
    return period


@transaction.atomic
def remove_local_period(period: LocalPeriod, *, hand: Hand) -> None:
    """The official calendar counts again on these days. What the town said stays in the journal."""
    _hold(period.commune)
    record("calendar.local_period_removed", period, by=hand.by_id, now=hand.now, details=_local(period))
    period.delete()


def _hold(commune: Commune) -> None:
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)


def _details(term: ZoneTerm) -> dict[str, str]:
    return {"zone": term.zone, "from": term.valid_from.isoformat()}


def _local(period: LocalPeriod) -> dict[str, str]:
    return {
        "name": period.name,
        "from": period.first_day.isoformat(),
        "to": period.last_day.isoformat(),
        "class": "yes" if period.has_class else "no",
    }
