"""The door of families: which children, homes and adults an account may reach. Everything else does not exist for it.

Professionals do not enter here: theirs is ``permissions.py``.
"""

from __future__ import annotations

from datetime import date
from typing import cast

from django.db.models import Q, QuerySet

from preau.foundation.prepared import first, prepared
from preau.people.accounts.models import User
from preau.people.households.enums import GuardianRights
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


def acts_on(account: User | None, child: Child, on: date) -> frozenset[Act]:
    """What this account may do for one child that day: ``children_for``, for a child that is read. One query."""
    if account is None or not account.is_active or child.erased_on is not None:
        return frozenset()
    rights = set(_rights(account=account, child=child, on=on))
    if GuardianRights.BLOCKED in rights:
        return frozenset()
    acts = {act for act in Act if rights & RIGHTS[act]}
    if child.account_id == account.pk and child.born_on <= born_by(on, alone_from(on)):
        acts |= ALONE
    return frozenset(acts)


@prepared
def _rights(*, account: User, child: Child, on: date) -> QuerySet[Guardian, str]:
    links = Guardian.objects.on(on).filter(child=child, adult__account=account, adult__erased_on__isnull=True)
    return links.values_list("rights", flat=True)


def homes_of(account: User | None, on: date) -> QuerySet[Household]:
    """Homes in which this adult lives that day. The other home of a child is not among them."""
    if account is None or not account.is_active:
        return Household.objects.none()
    return _lived_in(account, on)


def homes_of_now(account: User | None, on: date) -> set[int]:
    """The keys of the same homes, for the pages of opening day."""
    if account is None or not account.is_active:
        return set()
    return set(_homes(account=account, on=on))


@prepared
def _homes(*, account: User, on: date) -> QuerySet[Household, int]:
    return _lived_in(account, on).order_by().values_list("pk", flat=True)


def _lived_in(account: User, on: date) -> QuerySet[Household]:
    there = Q(members__from_on__lte=on) & (Q(members__until_on__isnull=True) | Q(members__until_on__gte=on))
    return Household.objects.filter(there, members__adult__account=account, erased_on__isnull=True).distinct()


def adult_of(account: User | None) -> Adult | None:
    """Read once for an account."""
    adult = known_as(account) if account is not None else None
    return adult if adult is not None and adult.erased_on is None else None


def known_as(account: User) -> Adult | None:
    """The grown-up whose account it is, erased or not. ``account.as_adult`` knows it from then on, without a query."""
    link = User.as_adult.related  # type: ignore[attr-defined]
    if not link.is_cached(account):
        link.set_cached_value(account, first(_adults(account=account)))
    return cast("Adult | None", link.get_cached_value(account))


@prepared
def _adults(*, account: User) -> QuerySet[Adult, Adult]:
    return Adult.objects.filter(account=account)
