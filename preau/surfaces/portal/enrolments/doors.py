"""What the account may reach of places: those of its children, and the groups that the catalogue shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from preau.foundation.prepared import prepared
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.known import shown_unit
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.queries import one_place
from preau.people.households.doors import acts_on, adult_of, homes_of_now
from preau.people.households.enums import Channel
from preau.people.households.models import Child, Household, Residence
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import allow, guardian
from preau.surfaces.shell.request import hand


def load_unit(key: UUID) -> BookingUnit:
    """A group of an entry that families see; 404 for any other."""
    unit = shown_unit(key)
    if unit is None:
        raise Http404
    return unit


def load_place(request: HttpRequest, key: UUID, act: Act) -> Enrolment:
    """404 for the place of a child that the account may not read; 403 when reading is all it may do."""
    account = guardian(request)
    place = one_place(key)
    if place is None:
        raise Http404
    allow(acts_on(account, place.child, timezone.localdate()), act)
    return place


def homes_for(request: HttpRequest, child: Child) -> list[Household]:
    """Homes of the child that the account may name: one's own; for young people who act alone, theirs."""
    account, today = guardian(request), timezone.localdate()
    there = list({each.household_id: each.household for each in _residences(child=child, on=today)}.values())
    if child.account_id == account.pk:
        return there
    mine = homes_of_now(account, today)
    return [each for each in there if each.pk in mine]


@prepared
def _residences(*, child: Child, on: date) -> QuerySet[Residence, Residence]:
    rows = Residence.objects.on(on).filter(child=child, household__erased_on__isnull=True)
    return rows.select_related("household").order_by("-is_main", "household")


def request_of(request: HttpRequest, child: Child, home: Household) -> Request:
    who = hand(request)
    asked_by = None if child.account_id == who.by_id else adult_of(who.by)
    return Request(child, home, asked_by, Channel.ONLINE, who)
