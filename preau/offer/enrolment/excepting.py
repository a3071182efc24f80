"""A place outside the order, decided by people: one seat more, or a rank of the queue. Nobody who has a seat loses it.

Never more children than the adults of the group may look after: that limit is the law's, not the town's.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from preau.people.accounts.hand import Hand
from preau.people.households.rights import age_on

from .asking import Request
from .enums import LIVE, SEATED, EnrolmentState
from .known import hold_families, units
from .models import BookingUnit, Enrolment
from .offering import offer_next
from .quoting import quotes
from .seats import Law, hold_unit
from .stepping import Done, move, write_down


class AlreadySeated(Exception):
    """The child has a place there, or one that waits for an answer."""


class StaffingReached(Exception):
    """One more child would need one more adult."""


@transaction.atomic
def add_seat(unit: BookingUnit, request: Request, *, until: datetime, hand: Hand) -> Enrolment:
    """A place offered at once: a free one, or one more than was planned. Those that were given back and wait for a
    second round are not free. Raises AlreadySeated, StaffingReached.
    """
    held, full, known = _hold(unit, request)
    law = Law.of(full, timezone.localdate(hand.now))
    if law and not law.allows(law.ages(full), age_on(request.child.born_on, full.starts_on)):
        raise StaffingReached
    more = 0 if held.room > 0 and not held.keeps_freed else 1
    BookingUnit.objects.filter(pk=held.pk).update(capacity=F("capacity") + more, taken=F("taken") + 1)
    if known is None:
        made = _entry(full, request, hand, EnrolmentState.OFFERED)
        made.offered_until = until
        made.save()
        done = Done(made, "grant", "", hand)
    else:
        known.offered_until = until
        done = move(known, "offer", hand=hand)
    write_down(full, [done], is_told=True)
    return done.enrolment


@transaction.atomic
def stand_at(unit: BookingUnit, request: Request, *, rank: int, hand: Hand) -> tuple[Enrolment, list[Enrolment]]:
    """(the child's place in the queue, those who now stand one rank further). The first rank gets the next freed seat.

    Raises AlreadySeated.
    """
    held, full, mine = _hold(unit, request)
    done: list[Done] = []
    if mine is None:
        mine = _entry(full, request, hand, EnrolmentState.WAITING)
        held.queued += 1
        mine.queue_number = held.queued
        mine.save()
        done.append(Done(mine, "queue", "", hand))
    before = list(Enrolment.objects.filter(unit=held, state=EnrolmentState.WAITING).order_by("queue_number"))
    others = [each for each in before if each.pk != mine.pk]
    order = [*others[: rank - 1], mine, *others[rank - 1 :]]
    _number(held, order, sorted(each.queue_number or 0 for each in before))
    BookingUnit.objects.filter(pk=held.pk).update(queued=held.queued)
    was = {each.pk: place for place, each in enumerate(before)}
    write_down(full, done, is_told=True)
    write_down(full, following := offer_next(full, now=hand.now))
    called = {each.enrolment.pk for each in following}
    behind = [each for place, each in enumerate(order) if place > was[each.pk] and each.pk not in called]
    mine.refresh_from_db()
    return mine, [each for each in behind if each.pk != mine.pk]


def _hold(unit: BookingUnit, request: Request) -> tuple[BookingUnit, BookingUnit, Enrolment | None]:
    """(the row as locked, the unit with all that is read of it, the child's rank if it has one)."""
    hold_families([request])
    held = hold_unit(unit.pk)
    known = Enrolment.objects.filter(unit=held, child=request.child, state__in=LIVE).first()
    if known is not None and known.state in SEATED:
        raise AlreadySeated
    return held, units().get(pk=held.pk), known


def _entry(unit: BookingUnit, request: Request, hand: Hand, state: EnrolmentState) -> Enrolment:
    with override("fr"):
        told = quotes(unit, [request], request.today)[0]
    return Enrolment(
        unit=unit,
        child=request.child,
        household=request.household,
        asked_by=request.asked_by,
        channel=request.channel,
        entered_by=hand.by,
        asked_at=hand.now,
        cents=told.cents,
        quote=told.lines,
        state=state,
    )


def _number(held: BookingUnit, order: list[Enrolment], numbers: list[int]) -> None:
    """The same numbers in another order. They pass by numbers that nobody has: two never hold the same one."""
    for shift, each in enumerate(order, 1):
        each.queue_number = held.queued + shift
    Enrolment.objects.bulk_update(order, ["queue_number"])
    for each, number in zip(order, numbers, strict=True):
        each.queue_number = number
    Enrolment.objects.bulk_update(order, ["queue_number"])
