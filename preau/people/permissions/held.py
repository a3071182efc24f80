"""The roles that an account holds, read on every page of whoever is logged in."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from preau.foundation.prepared import prepared
from preau.people.accounts.models import Membership, User


@prepared
def memberships(*, account: User, on: date) -> QuerySet[Membership, tuple[str, int]]:
    return Membership.objects.on(on).filter(user=account).values_list("role", "organisation_id")
