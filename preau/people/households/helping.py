"""For whom an adult of a family decides, whether they have an account or not: what the desk may do in their name."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from preau.people.households.models import Adult, Child, Guardian, Household
from preau.people.households.rights import RIGHTS, Act


def children_of(adult: Adult, act: Act, on: date) -> QuerySet[Child]:
    """The same rule as the family's own door: helping somebody gives them no right that they do not have."""
    links = Guardian.objects.on(on).filter(adult=adult, adult__erased_on__isnull=True)
    allowed, blocked = links.filter(rights__in=RIGHTS[act]), links.filter(rights="blocked")
    return Child.objects.filter(pk__in=allowed.values("child"), erased_on__isnull=True).exclude(
        pk__in=blocked.values("child")
    )


def kept_from(adult: Adult, on: date) -> QuerySet[Child]:
    """Children of whom nothing may be told to this adult, whatever they say at the counter."""
    blocked = Guardian.objects.on(on).filter(adult=adult, rights="blocked")
    return Child.objects.filter(pk__in=blocked.values("child"), erased_on__isnull=True)


def homes_of_adult(adult: Adult, on: date) -> QuerySet[Household]:
    there = adult.homes.filter(from_on__lte=on).exclude(until_on__lt=on)  # type: ignore[attr-defined]
    return Household.objects.filter(pk__in=there.values("household"), erased_on__isnull=True)
