"""Where each class stands for an offer: read from what it obtained and what it lived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from preau.people.accounts.hand import Hand

from .enums import WishState
from .models import ClassGroup, ClassOffer, ClassWish, GroupRecord
from .rules import LOOKS_BACK, Standing, in_order, lot
from .states import QUEUED, SEATED
from .stepping import move


def ancestors(groups: Iterable[ClassGroup]) -> dict[int, list[int]]:
    """Each group with those that it follows, over the school years that count. ``LOOKS_BACK`` - 1 queries."""
    found = {each.pk: [each.pk] for each in groups}
    last = {each.pk: each.follows_id for each in groups}
    for _year in range(LOOKS_BACK - 1):
        wanted = {pk for pk in last.values() if pk}
        known = dict(ClassGroup.objects.filter(pk__in=wanted).values_list("pk", "follows_id"))
        for group, previous in last.items():
            if previous in known:
                found[group].append(previous)
        last = {group: known.get(previous) if previous else None for group, previous in last.items()}
    return found


def standings(offer: ClassOffer, wishes: Sequence[ClassWish]) -> list[Standing]:
    """In the order of priority. ``wishes`` come with their group. A fixed number of queries."""
    groups = [each.group for each in wishes]
    lines = ancestors(groups)
    lived: dict[int, list[tuple[list[str], Decimal]]] = {}
    every = {pk for line in lines.values() for pk in line}
    for group, pillars, hours in GroupRecord.objects.filter(group__in=every).values_list("group", "pillars", "hours"):
        lived.setdefault(group, []).append((pillars, hours))
    obtained: dict[int, int] = {}
    for group in ClassWish.objects.filter(group__in=groups, state__in=SEATED).values_list("group", flat=True):
        obtained[group] = obtained.get(group, 0) + 1
    wanted = set(offer.activity.pillars)
    found = []
    for wish in wishes:
        records = [each for pk in lines[wish.group_id] for each in lived.get(pk, ())]
        found.append(
            Standing(
                wish.pk,
                obtained.get(wish.group_id, 0),
                sum((hours for pillars, hours in records if wanted & set(pillars)), Decimal(0)),
                sum((hours for _pillars, hours in records), Decimal(0)),
                wish.rank,
                lot(offer.pk, wish.group_id, offer.activity.school_year),
            )
        )
    return in_order(found)


def queue_of(offer: ClassOffer) -> list[ClassWish]:
    """What the provider may still accept, the first to receive first."""
    wishes = list(offer.wishes.filter(state__in=QUEUED).select_related("group__organisation"))
    by_pk = {each.pk: each for each in wishes}
    return [by_pk[each.wish] for each in standings(offer, wishes)]


def free_places(offer: ClassOffer) -> int:
    return max(0, offer.seats - offer.wishes.seated().count())


def fill_freed_places(offer: ClassOffer, *, hand: Hand) -> list[ClassWish]:
    """The first classes of the waiting list take the places that are free; the others keep waiting.

    Only those that were told to wait: a request nobody has answered yet is for the provider to answer.
    """
    waiting = [each for each in queue_of(offer) if each.state == WishState.WAITING]
    return [move(each, "accept", hand=hand) for each in waiting[: free_places(offer)]]
