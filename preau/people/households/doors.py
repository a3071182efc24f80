"""The door of families: which children, homes and adults an account may reach. Everything else does not exist for it.

Professionals do not enter here: theirs is ``permissions.py``.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from preau.people.accounts.models import User
from preau.people.households.models import Adult, Child, Guardian, Household
from preau.people.households.rights import ALONE, RIGHTS, Act, alone_from, born_by


def children_for(account: User | None, act: Act, on: date) -> QuerySet[Child]:
    """Children for whom this account may do that, that day: as a guardian, or as the young person themselves.

    A guardian who is blocked reaches nothing, even with another link to the same child.
    """
    if account is None or not account.is_active:
        return Child.objects.none()
    links = Guardian.objects.on(on).filter(adult__account=account, adult__erased_on__isnull=True)
    allowed = links.filter(rights__in=RIGHTS[act]).values("child")
    blocked = links.filter(rights="blocked").values("child")
    mine = Q(pk__in=allowed)
    if act in ALONE:
        mine |= Q(account=account, born_on__lte=born_by(on, alone_from(on)))
    return Child.objects.filter(mine, erased_on__isnull=True).exclude(pk__in=blocked)


def homes_of(account: User | None, on: date) -> QuerySet[Household]:
    """Homes in which this adult lives that day. The other home of a child is not among them."""
    if account is None or not account.is_active:
        return Household.objects.none()
    there = Q(members__from_on__lte=on) & (Q(members__until_on__isnull=True) | Q(members__until_on__gte=on))
    return Household.objects.filter(there, members__adult__account=account, erased_on__isnull=True).distinct()


def adult_of(account: User | None) -> Adult | None:
    if account is None:
        return None
    return Adult.objects.filter(account=account, erased_on__isnull=True).first()
