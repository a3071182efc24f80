from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.organisations.models import Organisation


def who_hold(role: Role, on: date, *, organisation: Organisation | None = None) -> QuerySet[User]:
    """Open accounts that hold the role that day, for the organisation where one is given."""
    held = Membership.objects.on(on).filter(role=role)
    if organisation is not None:
        held = held.filter(organisation=organisation)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("pk")


def coordinators(on: date) -> QuerySet[User]:
    return who_hold(Role.PLAN_COORDINATOR, on)
