"""Freed places go to those who wait, in order, each kept for as long as the town has decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from preau.people.accounts.hand import Hand

from .enums import EnrolmentState
from .known import hours_to_answer
from .models import BookingUnit, Enrolment
from .reasons import ReasonCode
from .rules import offered_until
from .seats import Seats
from .stepping import Done, move


def offer_next(unit: BookingUnit, *, now: datetime) -> list[Done]:
    """The caller holds the unit and writes what is done. A child whose age the adults of the group cannot take is
    passed over and keeps its number: the next one that they can take is asked. Nobody is, while a second round is due.
    """
    held = BookingUnit.objects.get(pk=unit.pk)
    on = timezone.localdate(now)
    if held.keeps_freed or held.room <= 0 or held.ends_on < on:
        return []
    seats = Seats(unit, held, on)
    until = offered_until(now, hours_to_answer(unit.activity.commune_id, on), _begins_at(unit))
    if not seats.has_queue or until is None:
        return []
    done = []
    for each in _in_order(unit):
        why = seats.why_not(each.child.born_on)
        if why == ReasonCode.FULL:
            break
        if why is None:
            seats.sit(each.child.born_on)
            each.offered_until = until
            done.append(move(each, "offer", hand=Hand(None, now)))
    seats.write()
    return done


def _in_order(unit: BookingUnit) -> Iterator[Enrolment]:
    waiting = Enrolment.objects.filter(unit=unit, state=EnrolmentState.WAITING)
    return waiting.select_related("child").order_by("queue_number").iterator(chunk_size=50)


def _begins_at(unit: BookingUnit) -> datetime | None:
    return unit.session.starts_at if unit.session else None
