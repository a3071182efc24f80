"""The verbs of a place: ask for it, give it back, answer when one is offered. The portal and the desk call the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from preau.foundation.lifecycle import NotNow
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child, Household

from .asking import Request
from .claims import Claim
from .enums import SEATED, EnrolmentState
from .errors import Refused, TooLate
from .known import asked_one, hold_families, offered_by, units
from .models import BookingUnit, Enrolment
from .offering import offer_next
from .quoting import quotes
from .reasons import ReasonCode
from .rules import is_late, no_seat
from .seats import hold_unit
from .stepping import Done, move, write_down
from .together import stand


def enrol(
    *, unit: BookingUnit, child: Child, household: Household, asked_by: Adult | None, channel: Channel, hand: Hand
) -> Enrolment:
    """A place, or a rank in the queue, committed when this returns. Raises Refused with every reason at once."""
    return stand(unit.key, Request(child, household, asked_by, channel, hand))


def claim(unit: UUID, *, child: UUID, home: UUID | None, hand: Hand) -> Enrolment:
    """The same for who only names things: whether the account may ask for the child is read with everything else.

    Raises Refused; BookingUnit.DoesNotExist.
    """
    return stand(unit, Claim(child, home, hand))


@transaction.atomic
def release(enrolment: Enrolment, *, hand: Hand) -> Enrolment:
    """Gives the place, or the rank, back; late is possible, and written. Raises NotNow."""

    def give_back(held: Enrolment, unit: BookingUnit) -> Done:
        today = timezone.localdate(hand.now)
        if unit.ends_on < today:
            raise NotNow("release", held.state)
        late = held.state == EnrolmentState.CONFIRMED and is_late(unit.starts_on, unit.release_days, today)
        step = "decline" if held.state == EnrolmentState.OFFERED else "release"
        return move(held, step, hand=hand, reason="late" if late else "")

    return _leave(enrolment, give_back, hand.now)


@transaction.atomic
def refuse(enrolment: Enrolment, *, reason: str, hand: Hand) -> Enrolment:
    """An agent ends a place, for one of the published reasons. Raises NotNow, ReasonMissing, ValueError."""
    code = ReasonCode(reason)
    return _leave(enrolment, lambda held, _unit: move(held, "refuse", hand=hand, reason=code), hand.now)


def answer(enrolment: Enrolment, *, accepts: bool, hand: Hand) -> Enrolment:
    """To a place that was offered. Raises NotNow, TooLate (the place went to the next one), Refused: the child has
    meanwhile another place at that moment, and must give one of them back.
    """
    found = _accept(enrolment, hand) if accepts else _decline(enrolment, hand)
    if found.state == EnrolmentState.EXPIRED:
        raise TooLate(found)
    return found


@transaction.atomic
def offer_freed(unit: BookingUnit, *, now: datetime) -> list[Enrolment]:
    """Offers what is free to those who wait. Twice changes nothing more."""
    hold_unit(unit.pk)
    full = units().get(pk=unit.pk)
    done = offer_next(full, now=now)
    write_down(full, done)
    return [each.enrolment for each in done]


def expire(*, now: datetime) -> int:
    """Places whose answer did not come go to the next in line. Gives how many; one transaction for each."""
    late = Enrolment.objects.filter(state=EnrolmentState.OFFERED, offered_until__lt=now).order_by("offered_until")
    return sum(_expire(each, now) for each in late)


@transaction.atomic
def _expire(enrolment: Enrolment, now: datetime) -> bool:
    held, unit = _hold(enrolment)
    if held.state != EnrolmentState.OFFERED or held.offered_until is None or held.offered_until >= now:
        return False
    _go_on(unit, _expired(held, now), now)
    return True


@transaction.atomic
def _accept(enrolment: Enrolment, hand: Hand) -> Enrolment:
    """Another place may have come meanwhile at the same moment: the rules of a seat are asked again, the price too."""
    if enrolment.household is None:
        raise NotNow("accept", enrolment.state)
    request = Request(enrolment.child, enrolment.household, enrolment.asked_by, Channel(enrolment.channel), hand)
    hold_families([request])
    held, unit = _hold(enrolment)
    if _is_over(held, hand.now):
        return _go_on(unit, _expired(held, hand.now), hand.now)
    offered = offered_by(unit, request.today)
    if found := no_seat(offered, asked_one(unit, request)):
        raise Refused(found, held)
    with override("fr"):
        told = quotes(unit, [request], request.today)[0]
    held.cents, held.quote = told.cents, told.lines
    done = move(held, "accept", hand=hand)
    write_down(unit, [done])
    return held


@transaction.atomic
def _decline(enrolment: Enrolment, hand: Hand) -> Enrolment:
    held, unit = _hold(enrolment)
    if _is_over(held, hand.now):
        return _go_on(unit, _expired(held, hand.now), hand.now)
    return _go_on(unit, move(held, "decline", hand=hand), hand.now)


def _leave(enrolment: Enrolment, step: Callable[[Enrolment, BookingUnit], Done], now: datetime) -> Enrolment:
    held, unit = _hold(enrolment)
    return _go_on(unit, step(held, unit), now)


def _hold(enrolment: Enrolment) -> tuple[Enrolment, BookingUnit]:
    """The unit first, then the place as it stands under its lock."""
    hold_unit(enrolment.unit_id)
    held = Enrolment.objects.select_for_update(no_key=True).get(pk=enrolment.pk)
    return held, units().get(pk=enrolment.unit_id)


def _go_on(unit: BookingUnit, done: Done, now: datetime) -> Enrolment:
    """A seat that was left is free, and goes to the next in line."""
    following: list[Done] = []
    if done.before in SEATED:
        BookingUnit.objects.filter(pk=unit.pk, taken__gt=0).update(taken=F("taken") - 1)
        following = offer_next(unit, now=now)
    write_down(unit, [done, *following])
    return done.enrolment


def _expired(held: Enrolment, now: datetime) -> Done:
    return move(held, "expire", hand=Hand(None, now), reason=ReasonCode.UNANSWERED)


def _is_over(held: Enrolment, now: datetime) -> bool:
    return held.state == EnrolmentState.OFFERED and held.offered_until is not None and held.offered_until < now
