"""Who is told of what happens to a request: whose turn it is, and whose class it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.accounts.queries import who_hold
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .models import ClassWish

_TO_THE_CLASS = {
    "confirm": (NoticeKind.CHANGED, gettext_lazy("« %(title)s » : votre direction a transmis la demande de %(group)s")),
    "decline": (
        NoticeKind.DECIDED,
        gettext_lazy("« %(title)s » : la direction ne retient pas la demande de %(group)s"),
    ),
    "accept": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » : la demande de %(group)s est acceptée")),
    "queue": (NoticeKind.CHANGED, gettext_lazy("« %(title)s » : %(group)s est en file d’attente")),
    "refuse": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » : la demande de %(group)s est refusée")),
    "cancel": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » : la venue de %(group)s est annulée")),
}
_TO_THE_PROVIDER = {
    "confirm": (NoticeKind.ASKED, gettext_lazy("« %(title)s » : une classe demande à venir")),
    "withdraw": (NoticeKind.CHANGED, gettext_lazy("« %(title)s » : une classe retire sa demande")),
}


def address(wish: ClassWish) -> str:
    return reverse("workspace:class_wish", args=[wish.pk])


def tell_asked(wish: ClassWish, *, hand: Hand) -> None:
    """The head is asked to confirm."""
    title = _("« %(title)s » : une demande de classe à confirmer") % _words(wish)
    _tell(_heads(wish, hand), NoticeKind.ASKED, title, wish, hand)


def tell_step(wish: ClassWish, step: str, *, hand: Hand) -> None:
    if step in _TO_THE_CLASS:
        kind, words = _TO_THE_CLASS[step]
        _tell(_of_the_class(wish, hand), kind, str(words) % _words(wish), wish, hand)
    if step in _TO_THE_PROVIDER and wish.steps.filter(step="confirm").exists():
        kind, words = _TO_THE_PROVIDER[step]
        _tell(_receivers(wish, hand), kind, str(words) % _words(wish), wish, hand)


def _of_the_class(wish: ClassWish, hand: Hand) -> list[User]:
    asked = [wish.asked_by] if wish.asked_by else []
    return [*asked, *_heads(wish, hand)]


def _heads(wish: ClassWish, hand: Hand) -> list[User]:
    return list(who_hold(Role.SCHOOL_HEAD, _day(hand), organisation=wish.group.organisation))


def _receivers(wish: ClassWish, hand: Hand) -> list[User]:
    organisation = wish.offer.activity.organisation
    found: list[User] = []
    for role in (Role.PROVIDER, Role.CONTRIBUTOR):
        found += who_hold(role, _day(hand), organisation=organisation)
    return found


def _tell(people: Iterable[User], kind: NoticeKind, title: str, wish: ClassWish, hand: Hand) -> None:
    notify(people, kind=kind, subject=wish, title=title, path=address(wish), now=hand.now, by=hand.by)


def _words(wish: ClassWish) -> dict[str, str]:
    return {"title": wish.offer.activity.title, "group": wish.group.name}


def _day(hand: Hand) -> date:
    return timezone.localdate(hand.now)
