"""What the account may reach of places: those of its children, and the groups that the catalogue shows."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from preau.offer.activities.models import Activity
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.known import units
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.queries import of_children
from preau.people.households.doors import adult_of, children_for, homes_of
from preau.people.households.enums import Channel
from preau.people.households.models import Child, Household
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian
from preau.surfaces.shell.request import hand


def load_unit(key: UUID) -> BookingUnit:
    """A group of an entry that families see; 404 for any other."""
    return get_object_or_404(units().filter(activity__in=Activity.objects.shown()), key=key)


def load_place(request: HttpRequest, key: UUID, act: Act) -> Enrolment:
    """404 for the place of a child that the account may not read; 403 when reading is all it may do."""
    account, today = guardian(request), timezone.localdate()
    mine = children_for(account, act, today)
    place = of_children(mine.values_list("pk", flat=True)).filter(key=key).first()
    if place is not None:
        return place
    if (
        act != Act.READ
        and Enrolment.objects.filter(key=key, child__in=children_for(account, Act.READ, today).values("pk")).exists()
    ):
        raise PermissionDenied
    raise Http404


def homes_for(request: HttpRequest, child: Child) -> list[Household]:
    """Homes of the child that the account may name: one's own; for young people who act alone, theirs."""
    account, today = guardian(request), timezone.localdate()
    there = Household.objects.filter(
        residences__child=child, residences__from_on__lte=today, erased_on__isnull=True
    ).exclude(residences__child=child, residences__until_on__lt=today)
    if child.account_id != account.pk:
        there = there.filter(pk__in=homes_of(account, today).values("pk"))
    return list(there.distinct().order_by("-residences__is_main", "pk"))


def request_of(request: HttpRequest, child: Child, home: Household) -> Request:
    who = hand(request)
    asked_by = None if child.account_id == who.by_id else adult_of(who.by)
    return Request(child, home, asked_by, Channel.ONLINE, who)
