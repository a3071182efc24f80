"""Places given together by something else than the order of arrival: the outcome of a campaign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import override

from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child, Household

from .asking import Request
from .entering import enter
from .enums import LIVE, EnrolmentState
from .known import hold_families, units
from .models import BookingUnit, Enrolment
from .quoting import quotes
from .reasons import ReasonCode
from .seats import NoSeatLeft, Seats, hold_unit
from .states import ENTERED
from .stepping import Done, write_down


@dataclass(frozen=True, slots=True)
class Placement:
    """``seated`` False: a number of the queue, in the order of the placements."""

    child: Child
    household: Household
    asked_by: Adult | None
    seated: bool
    channel: Channel = Channel.ONLINE


@transaction.atomic
def place_all(unit: BookingUnit, placements: Sequence[Placement], *, hand: Hand) -> list[Enrolment]:
    """One place for each, in their order. A child who has one in this unit already keeps it as it is.

    Who may have a place was decided elsewhere; the number of seats is still the database's. Raises NoSeatLeft.
    """
    requests = [Request(each.child, each.household, each.asked_by, each.channel, hand) for each in placements]
    hold_families(requests)
    held = hold_unit(unit.pk)
    full = units().get(pk=unit.pk)
    on = requests[0].today if requests else unit.starts_on
    seats = Seats(full, held, on)
    rows = Enrolment.objects.filter(unit=unit, child__in=[each.child for each in placements], state__in=LIVE)
    known = {each.child_id: each for each in rows}
    with override("fr"):
        told = quotes(full, requests, on) if requests else []
    made: dict[int, Enrolment] = {}
    for each, request, quote in zip(placements, requests, told, strict=True):
        if each.child.pk in known or each.child.pk in made:
            continue
        if each.seated and held.room <= seats.taken:
            raise NoSeatLeft(unit.pk)
        why = None if each.seated else ReasonCode.FULL
        made[each.child.pk] = enter(full, request, quote, seats, why)
    Enrolment.objects.bulk_create(made.values())
    seats.write()
    write_down(full, [Done(each, ENTERED[EnrolmentState(each.state)], "", hand) for each in made.values()])
    return [(known | made)[each.child.pk] for each in placements]
