"""What an organiser promises to classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from preau.offer.activities.models import Activity
from preau.offer.activities.revisions import touch
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .errors import OfferChanged, TooManySeated
from .models import ClassOffer
from .rules import OfferTerms
from .standing import fill_freed_places


@dataclass(frozen=True, slots=True)
class OfferFacts:
    seats: int
    largest_group: int | None
    adults: int
    hours: Decimal
    opens_on: date
    closes_on: date
    practical: str = ""


@transaction.atomic
def open_offer(activity: Activity, facts: OfferFacts, *, hand: Hand) -> ClassOffer:
    """The activity receives classes from now on. Raises OfferChanged when somebody opened it meanwhile."""
    held = Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    if (known := ClassOffer.objects.filter(activity=held).first()) is not None:
        raise OfferChanged(known)
    offer = _write(ClassOffer(activity=held), facts)
    touch(held.commune, [held])
    record("class_offer.opened", offer, by=hand.by_id, now=hand.now, details={"seats": offer.seats})
    return offer


@transaction.atomic
def change_offer(offer: ClassOffer, facts: OfferFacts, *, seen_version: int, hand: Hand) -> ClassOffer:
    """More places go at once to the first classes of the queue. Raises OfferChanged, TooManySeated."""
    held = hold_offer(offer)
    if held.version != seen_version:
        raise OfferChanged(held)
    seated = held.wishes.seated().count()
    if facts.seats < seated:
        raise TooManySeated(seated)
    held.version += 1
    _write(held, facts)
    touch(held.activity.commune, [held.activity])
    record("class_offer.changed", held, by=hand.by_id, now=hand.now, details={"version": held.version})
    fill_freed_places(held, hand=hand)
    return held


def hold_offer(offer: ClassOffer) -> ClassOffer:
    """The offer, locked until the end of the transaction: its places are counted under that lock."""
    ClassOffer.objects.select_for_update(no_key=True).get(pk=offer.pk)
    return ClassOffer.objects.select_related("activity__organisation", "activity__commune").get(pk=offer.pk)


def terms_of(offer: ClassOffer) -> OfferTerms:
    levels = frozenset(offer.activity.levels)
    return OfferTerms(levels, offer.largest_group, offer.adults, offer.opens_on, offer.closes_on)


def _write(offer: ClassOffer, facts: OfferFacts) -> ClassOffer:
    offer.seats, offer.largest_group, offer.adults = facts.seats, facts.largest_group, facts.adults
    offer.hours, offer.practical = facts.hours, facts.practical
    offer.opens_on, offer.closes_on = facts.opens_on, facts.closes_on
    offer.save()
    return offer
