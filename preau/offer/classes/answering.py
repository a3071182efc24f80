"""The organiser answers: accepts in order, lets wait, refuses, says that the class came."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.people.accounts.hand import Hand

from .asking import again
from .enums import Provenance, WishState
from .errors import OfferFull, OutOfTurn
from .models import ClassOffer, ClassWish, GroupRecord
from .offers import hold_offer
from .standing import fill_freed_places, free_places, queue_of
from .states import LIFE
from .stepping import move


@transaction.atomic
def accept(wish: ClassWish, *, hand: Hand, planned_on: date | None = None, out_of_turn: str = "") -> ClassWish:
    """Never one class too many, and never before another without a reason that stays written.

    Raises NotNow, OfferFull, OutOfTurn.
    """
    offer = hold_offer(wish.offer)
    held = again(wish)
    LIFE.take("accept", held.state)
    if not free_places(offer):
        raise OfferFull
    first = queue_of(offer)[0]
    if first.pk != held.pk and not out_of_turn.strip():
        raise OutOfTurn(first)
    held.planned_on = planned_on
    held.out_of_turn = out_of_turn.strip() if first.pk != held.pk else ""
    return move(held, "accept", hand=hand, reason=held.out_of_turn)


@transaction.atomic
def share_out(offer: ClassOffer, *, hand: Hand) -> tuple[list[ClassWish], list[ClassWish]]:
    """Answers everybody at once, in order: (accepted, in the queue). Those who already waited are told nothing new."""
    held = hold_offer(offer)
    queue = [again(each) for each in queue_of(held)]
    free = free_places(held)
    accepted = [move(each, "accept", hand=hand) for each in queue[:free]]
    waiting = [move(each, "queue", hand=hand) if each.state == WishState.CONFIRMED else each for each in queue[free:]]
    return accepted, waiting


@transaction.atomic
def queue(wish: ClassWish, *, hand: Hand) -> ClassWish:
    hold_offer(wish.offer)
    return move(again(wish), "queue", hand=hand)


@transaction.atomic
def refuse(wish: ClassWish, *, hand: Hand, reason: str) -> ClassWish:
    hold_offer(wish.offer)
    return move(again(wish), "refuse", hand=hand, reason=reason)


@transaction.atomic
def cancel(wish: ClassWish, *, hand: Hand, reason: str) -> ClassWish:
    """The class will not come after all: its place goes to the first that waits."""
    offer = hold_offer(wish.offer)
    held = move(again(wish), "cancel", hand=hand, reason=reason)
    fill_freed_places(offer, hand=hand)
    return held


@transaction.atomic
def plan_day(wish: ClassWish, day: date | None, *, hand: Hand) -> ClassWish:
    """The day on which they agreed. Raises NotNow unless the class is accepted."""
    hold_offer(wish.offer)
    held = again(wish)
    LIFE.take("record", held.state)
    held.planned_on = day
    held.version += 1
    held.save()
    return held


@transaction.atomic
def record_coming(wish: ClassWish, *, happened_on: date, hand: Hand) -> GroupRecord:
    """The class came: it counts from now on in what it has lived. Raises NotNow."""
    offer = hold_offer(wish.offer)
    held = move(again(wish), "record", hand=hand)
    activity = offer.activity
    return GroupRecord.objects.create(
        group=held.group,
        wish=held,
        title=activity.title,
        domain=activity.domain,
        pillars=activity.pillars,
        hours=offer.hours,
        happened_on=happened_on,
        provenance=Provenance.TOWN,
    )
