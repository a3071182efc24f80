"""Places that a campaign gives: kept for each child until its family answers, and a queue in the order of the draw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from preau.people.accounts.hand import Hand

from .asking import Request
from .enums import LIVE, EnrolmentState
from .known import hold_families, units
from .models import BookingUnit, Enrolment
from .quoting import quotes
from .seats import NoSeatLeft, hold_unit
from .states import ENTERED
from .stepping import Done, write_down


@transaction.atomic
def grant(
    unit: BookingUnit, served: Sequence[Request], waiting: Sequence[Request], *, until: datetime, hand: Hand
) -> list[Enrolment]:
    """A place offered to each child that was served, a number to each that waits, first in line first.

    The campaign tells the families itself, without a word of the result in a mail.
    A child who has a place or a number in the group already keeps it. Raises NoSeatLeft when the group has fewer seats
    than children served: nothing is written then.
    """
    hold_families([*served, *waiting])
    held = hold_unit(unit.pk)
    full = units().get(pk=unit.pk)
    there = set(Enrolment.objects.filter(unit=held, state__in=LIVE).values_list("child", flat=True))
    seated = [each for each in served if each.child.pk not in there]
    queued = [each for each in waiting if each.child.pk not in there]
    on = timezone.localdate(hand.now)
    with override("fr"):
        told = quotes(full, [*seated, *queued], on)
    rows = [
        Enrolment(
            unit=held,
            child=request.child,
            household=request.household,
            asked_by=request.asked_by,
            channel=request.channel,
            entered_by=hand.by,
            asked_at=hand.now,
            cents=quote.cents,
            quote=quote.lines,
            state=EnrolmentState.OFFERED if place < len(seated) else EnrolmentState.WAITING,
            offered_until=until if place < len(seated) else None,
            queue_number=None if place < len(seated) else held.queued + place - len(seated) + 1,
        )
        for place, (request, quote) in enumerate(zip([*seated, *queued], told, strict=True))
    ]
    room = BookingUnit.objects.filter(pk=held.pk, taken__lte=F("capacity") - len(seated))
    if not room.update(taken=F("taken") + len(seated), queued=F("queued") + len(queued)):
        raise NoSeatLeft(held.pk)
    made = Enrolment.objects.bulk_create(rows)
    write_down(full, [Done(each, ENTERED[EnrolmentState(each.state)], "", hand) for each in made], is_told=True)
    return made
