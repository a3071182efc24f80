"""A new place, as it was asked and with the price that was told."""

from __future__ import annotations

from .asking import Request
from .enums import EnrolmentState
from .models import BookingUnit, Enrolment
from .quoting import Told
from .reasons import ReasonCode
from .seats import Seats


def enter(unit: BookingUnit, request: Request, told: Told, seats: Seats, why: ReasonCode | None) -> Enrolment:
    """A seat; or, where something keeps the child from one, the next number of the queue. Not saved yet."""
    place = Enrolment(
        unit=unit,
        child=request.child,
        household=request.household,
        asked_by=request.asked_by,
        channel=request.channel,
        entered_by=request.hand.by,
        asked_at=request.hand.now,
        cents=told.cents,
        quote=told.lines,
        state=EnrolmentState.CONFIRMED if why is None else EnrolmentState.WAITING,
        reason=why or "",
    )
    if why is None:
        seats.sit(request.child.born_on)
    else:
        place.queue_number = seats.number()
    return place
