"""A teacher asks for a class; the head confirms or not; either takes the request back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .errors import AskedAlready, DoesNotFit
from .models import ClassGroup, ClassOffer, ClassWish
from .offers import hold_offer, terms_of
from .rules import misfits
from .standing import fill_freed_places
from .states import ENDED, LIFE, SEATED
from .stepping import move, write_down
from .telling import tell_asked


@dataclass(frozen=True, slots=True)
class WishFacts:
    """``times`` are values of ``HalfDay``; none means that any moment suits."""

    times: Sequence[str] = ()
    needs: str = ""
    adults: int = 1
    words: str = ""
    rank: int = 1


@transaction.atomic
def ask(offer: ClassOffer, group: ClassGroup, facts: WishFacts, *, hand: Hand) -> ClassWish:
    """Raises DoesNotFit, AskedAlready."""
    held = hold_offer(offer)
    _check(held, group, facts, hand)
    known = held.wishes.filter(group=group).exclude(state__in=ENDED).first()
    if known is not None:
        raise AskedAlready(known)
    wish = ClassWish(offer=held, group=group, asked_by=hand.by, asked_at=hand.now)
    _write(wish, facts)
    write_down(wish, "ask", "", hand=hand)
    tell_asked(wish, hand=hand)
    return wish


@transaction.atomic
def change_wish(wish: ClassWish, facts: WishFacts, *, hand: Hand) -> ClassWish:
    """While the head has not confirmed it. Raises NotNow, DoesNotFit."""
    hold_offer(wish.offer)
    held = again(wish)
    LIFE.take("confirm", held.state)
    _check(held.offer, held.group, facts, hand)
    held.version += 1
    _write(held, facts)
    record("class_wish.changed", held, by=hand.by_id, now=hand.now, details={"version": held.version})
    return held


@transaction.atomic
def confirm(wish: ClassWish, *, hand: Hand) -> ClassWish:
    hold_offer(wish.offer)
    return move(again(wish), "confirm", hand=hand)


@transaction.atomic
def decline(wish: ClassWish, *, hand: Hand, reason: str) -> ClassWish:
    hold_offer(wish.offer)
    return move(again(wish), "decline", hand=hand, reason=reason)


@transaction.atomic
def withdraw(wish: ClassWish, *, hand: Hand, reason: str = "") -> ClassWish:
    """A place that it held goes at once to the first class that waits."""
    offer = hold_offer(wish.offer)
    held = again(wish)
    was_seated = held.state in SEATED
    move(held, "withdraw", hand=hand, reason=reason)
    if was_seated:
        fill_freed_places(offer, hand=hand)
    return held


def again(wish: ClassWish) -> ClassWish:
    """As it stands now, with what telling needs. The caller holds the offer."""
    related = ("offer__activity__organisation", "group__organisation", "asked_by")
    return ClassWish.objects.select_related(*related).get(pk=wish.pk)


def _check(offer: ClassOffer, group: ClassGroup, facts: WishFacts, hand: Hand) -> None:
    on = timezone.localdate(hand.now)
    found = misfits(terms_of(offer), levels=group.levels, size=group.size, adults=facts.adults, on=on)
    if found:
        raise DoesNotFit(found)


def _write(wish: ClassWish, facts: WishFacts) -> None:
    wish.times, wish.needs, wish.adults = list(facts.times), facts.needs, facts.adults
    wish.words, wish.rank = facts.words, facts.rank
    wish.save()
