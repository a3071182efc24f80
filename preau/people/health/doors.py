"""Which children's sheets an account may read or write, by the links of the family."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from preau.people.accounts.models import User
from preau.people.households.doors import children_for
from preau.people.households.models import Child
from preau.people.households.rights import Act, alone_from, born_by


def readable_children(account: User | None, on: date) -> QuerySet[Child]:
    """Usual acts are enough to read, and to have it told to those who look after the child; being informed is not."""
    return children_for(account, Act.REGISTER, on)


def writable_children(account: User | None, on: date) -> QuerySet[Child]:
    """Parental authority, or one's own sheet from the age at which one decides alone."""
    if account is None:
        return Child.objects.none()
    by_authority = children_for(account, Act.CONSENT, on).values("pk")
    own = (
        children_for(account, Act.READ, on)
        .filter(account=account, born_on__lte=born_by(on, alone_from(on)))
        .values("pk")
    )
    return Child.objects.filter(pk__in=by_authority) | Child.objects.filter(pk__in=own)
