"""What a family reads before it asks: the place or the rank it would have, the price, and every reason against it."""

from __future__ import annotations

from dataclasses import dataclass

from .asking import Request
from .enums import EnrolmentState
from .known import asked_one, offered_by
from .models import BookingUnit, Enrolment
from .queries import waiting_in
from .quoting import Told, quotes
from .reasons import ReasonCode
from .rules import Misfit, misfits, refused
from .seats import Seats


@dataclass(frozen=True, slots=True)
class Preview:
    """``would`` is the state that asking would give now, None when it is refused. ``ahead``: children who wait.

    ``unchecked``: kinds of papers that are asked for, given, and that somebody must look at before the first day.
    """

    would: EnrolmentState | None
    misfits: list[Misfit]
    told: Told
    ahead: int
    why_wait: ReasonCode | None = None
    known: Enrolment | None = None
    unchecked: tuple[str, ...] = ()


def preview(unit: BookingUnit, request: Request) -> Preview:
    """The same rules as when it asks, without a lock: somebody may take the last seat meanwhile. ``unit`` is whole."""
    on = request.today
    fact = asked_one(unit, request)
    found = misfits(offered_by(unit, on), fact, now=request.hand.now, today=on)
    seats = Seats(unit, unit, on)
    why = ReasonCode.FULL if seats.has_queue else seats.why_not(fact.born_on)
    told = quotes(unit, [request], on)[0]
    ahead = waiting_in(unit) if why else 0
    if refused(found, sits=why is None):
        known = Enrolment.objects.live().filter(unit=unit, child=request.child).first() if fact.is_known else None
        return Preview(None, found, told, ahead, why, known)
    unchecked = tuple(sorted(fact.papers.unchecked & set(unit.documents)))
    would = EnrolmentState.WAITING if why else EnrolmentState.CONFIRMED
    return Preview(would, found, told, ahead, why, unchecked=unchecked)
