"""Requests of classes: the head confirms, whoever receives answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.classes.enums import WishState
from preau.offer.classes.models import ClassOffer, ClassWish
from preau.offer.classes.queries import offers
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting, give

_RECEIVING = (Role.PROVIDER, Role.CONTRIBUTOR)


def class_requests(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Three queries for everybody."""
    heads: dict[int, set[int]] = {}
    receivers: dict[int, set[int]] = {}
    held = Membership.objects.on(on).filter(user__in=people, role__in=(Role.SCHOOL_HEAD, *_RECEIVING))
    for role, organisation, person in held.values_list("role", "organisation_id", "user_id"):
        known = heads if role == Role.SCHOOL_HEAD else receivers
        known.setdefault(organisation, set()).add(person)
    found: dict[int, list[Waiting]] = {}
    asked = ClassWish.objects.filter(state=WishState.ASKED, group__organisation__in=heads)
    for wish in asked.select_related("group", "offer__activity").order_by("asked_at", "pk"):
        give(found, heads[wish.group.organisation_id], _to_confirm(wish))
    for offer in offers().filter(activity__organisation__in=receivers, wishes__state=WishState.CONFIRMED).distinct():
        give(found, receivers[offer.activity.organisation_id], _to_answer(offer, on))
    return found


def _to_confirm(wish: ClassWish) -> Waiting:
    title = _("demande à confirmer : « %(title)s » pour %(group)s") % {
        "title": wish.offer.activity.title,
        "group": wish.group.name,
    }
    why = _("l’organisateur ne la voit pas avant votre accord")
    return Waiting(title, reverse("workspace:class_wish", args=[wish.pk]), wish.offer.closes_on, why)


def _to_answer(offer: ClassOffer, on: date) -> Waiting:
    queued: int = offer.queued  # type: ignore[attr-defined]
    title = ngettext("« %(title)s » : %(n)d demande de classe", "« %(title)s » : %(n)d demandes de classes", queued) % {
        "title": offer.activity.title,
        "n": queued,
    }
    is_over = offer.closes_on < on
    why = _("les demandes sont closes, les écoles attendent") if is_over else _("les demandes sont encore ouvertes")
    return Waiting(title, reverse("workspace:class_offer", args=[offer.pk]), offer.closes_on, why)
