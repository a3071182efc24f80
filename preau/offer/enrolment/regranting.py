"""A second round in one group: who leaves for a wish they prefer, who receives a place, and the queue written again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from preau.people.accounts.hand import Hand

from .asking import Request
from .enums import LIVE, EnrolmentState
from .known import units
from .models import BookingUnit, Enrolment
from .quoting import Told, quotes
from .seats import NoSeatLeft, hold_unit
from .states import ENTERED
from .stepping import Done, move, write_down
from .taking import offer_freed


@dataclass(frozen=True, slots=True)
class Round:
    """``moved``: served here after leaving a place that they had confirmed, so nothing is asked of them again.

    ``offered``: served here, and asked. ``waiting``: all who wait, first in line first. Whoever has a place and is in
    none of them keeps it when it is in ``kept``, else leaves it.
    """

    kept: frozenset[int]
    moved: Sequence[Request] = ()
    offered: Sequence[Request] = ()
    waiting: Sequence[Request] = ()


@transaction.atomic
def regrant(unit: BookingUnit, told: Round, *, until: datetime, hand: Hand) -> list[Enrolment]:
    """Homes and children are held by the caller. Gives the places that changed. Raises NoSeatLeft."""
    held = hold_unit(unit.pk)
    full = units().get(pk=unit.pk)
    rows = Enrolment.objects.select_for_update(no_key=True).filter(unit=held, state__in=LIVE).order_by("pk")
    there = {each.child_id: each for each in rows}
    seated, queued = {each.child.pk for each in (*told.moved, *told.offered)}, {each.child.pk for each in told.waiting}
    leaving = [each for child, each in there.items() if child not in told.kept | seated | queued]
    done = [move(each, "move", hand=hand) for each in leaving]
    sat = [*((each, True) for each in told.moved), *((each, False) for each in told.offered)]
    done += [_sit(there[each.child.pk], moved, until, hand) for each, moved in sat if each.child.pk in there]
    _number_again([there[each.child.pk] for each in told.waiting if each.child.pk in there], told.waiting, held)
    fresh = [(each, moved) for each, moved in sat if each.child.pk not in there]
    new = _made(full, held, fresh, told.waiting, there, until, hand)
    freed = sum(each.before == EnrolmentState.CONFIRMED for each in done if each.step == "move")
    taken = len(sat) - freed
    room = BookingUnit.objects.filter(pk=held.pk, taken__lte=F("capacity") - taken, taken__gte=-taken)
    if not room.update(taken=F("taken") + taken, queued=F("queued") + len(told.waiting)):
        raise NoSeatLeft(held.pk)
    done += [Done(each, ENTERED[EnrolmentState(each.state)], "", hand) for each in new]
    write_down(full, done, is_told=True)
    return [each.enrolment for each in done]


@transaction.atomic
def keep_freed(rows: Iterable[BookingUnit]) -> None:
    """From now on, places that families give back wait for the second round."""
    BookingUnit.objects.filter(pk__in=[each.pk for each in rows]).update(keeps_freed=True)


@transaction.atomic
def let_live(rows: Iterable[BookingUnit], *, hand: Hand) -> None:
    """Each freed place goes to the next in line again, those that had waited first."""
    for each in sorted(rows, key=lambda unit: unit.pk):
        BookingUnit.objects.filter(pk=each.pk).update(keeps_freed=False)
        offer_freed(each, now=hand.now)


def _sit(place: Enrolment, moved: bool, until: datetime, hand: Hand) -> Done:
    if moved:
        return move(place, "improve", hand=hand)
    place.offered_until = until
    return move(place, "offer", hand=hand)


def _number_again(rows: Sequence[Enrolment], waiting: Sequence[Request], held: BookingUnit) -> None:
    """Numbers only grow: the new ones follow the last that was given."""
    place = {each.child.pk: held.queued + rank for rank, each in enumerate(waiting, 1)}
    for each in rows:
        each.queue_number = place[each.child_id]
    Enrolment.objects.bulk_update(rows, ["queue_number"])


def _made(
    full: BookingUnit,
    held: BookingUnit,
    fresh: Sequence[tuple[Request, bool]],
    waiting: Sequence[Request],
    there: dict[int, Enrolment],
    until: datetime,
    hand: Hand,
) -> list[Enrolment]:
    """Rows for those who had none here: a wish that had not been needed the first time."""
    queued = [(rank, each) for rank, each in enumerate(waiting, 1) if each.child.pk not in there]
    asking = [each for each, _moved in fresh] + [each for _rank, each in queued]
    with override("fr"):
        told = iter(quotes(full, asking, timezone.localdate(hand.now)) if asking else ())
    rows = []
    for each, moved in fresh:
        state = EnrolmentState.CONFIRMED if moved else EnrolmentState.OFFERED
        rows.append(_row(held, each, state, next(told), hand, until=None if moved else until))
    for rank, each in queued:
        rows.append(_row(held, each, EnrolmentState.WAITING, next(told), hand, number=held.queued + rank))
    return Enrolment.objects.bulk_create(rows)


def _row(
    unit: BookingUnit,
    request: Request,
    state: EnrolmentState,
    quote: Told,
    hand: Hand,
    *,
    until: datetime | None = None,
    number: int | None = None,
) -> Enrolment:
    return Enrolment(
        unit=unit,
        child=request.child,
        household=request.household,
        asked_by=request.asked_by,
        channel=request.channel,
        entered_by=hand.by,
        asked_at=hand.now,
        cents=quote.cents,
        quote=quote.lines,
        state=state,
        offered_until=until,
        queue_number=number,
    )
