"""Whom an agreement concerns, on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from preau.cooperation.agreements.models import Party
from preau.cooperation.agreements.permissions import SIGNING
from preau.people.accounts.models import Membership, User


def people_of(party: Party, on: date) -> QuerySet[User]:
    """Those who may speak for the institution, the person named to sign among them."""
    held = Membership.objects.on(on).filter(role__in=SIGNING, organisation=party.organisation_id)
    condition = Q(pk__in=held.values("user")) if party.organisation_id else Q(pk__in=[])
    return User.objects.filter(condition, is_active=True).order_by("pk")


def who_may_be_named(commune_id: int, on: date) -> list[Membership]:
    """Every person who could sign for an organisation, with it: one query."""
    held = Membership.objects.on(on).filter(role__in=SIGNING, organisation__commune=commune_id, user__is_active=True)
    return list(held.select_related("user", "organisation").order_by("organisation__name", "user__full_name"))


def holds_a_place(user: User, party: Party, on: date) -> bool:
    """Whether the person is named to sign for the party and speaks for its organisation that day."""
    if party.signatory_id != user.pk or party.organisation_id is None or not user.is_active:
        return False
    return user.memberships.on(on).filter(role__in=SIGNING, organisation=party.organisation_id).exists()


def speaking_for(people: Sequence[User], on: date) -> set[tuple[int, int]]:
    """{(account, organisation)} for which those people may sign that day: one query."""
    held = Membership.objects.on(on).filter(user__in=people, role__in=SIGNING, user__is_active=True)
    return set(held.values_list("user_id", "organisation_id"))
