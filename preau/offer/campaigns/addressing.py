"""Whom a letter goes to: guardians who may read the child's file that day, each at their own address and no other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from preau.people.households.enums import ContactBy, GuardianRights
from preau.people.households.models import Adult, Guardian, Household, HouseholdMember, Residence
from preau.people.households.rights import RIGHTS, Act

from .models import Application


@dataclass(frozen=True, slots=True)
class Addressee:
    """``sees_home``: lives in the home that asked, and may read what was held of it. ``lines``: empty when nobody knows
    where this person lives.
    """

    name: str
    lines: tuple[str, ...]
    sees_home: bool
    has_account: bool

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """By town, street, then number: as a round of letters goes."""
        street = self.lines[0] if self.lines else ""
        number = re.match(r"\d+", street)
        name = street[number.end() :].strip() if number else street
        return (
            self.lines[-1] if self.lines else "\uffff",
            name.casefold(),
            "",
            int(number[0]) if number else 0,
            self.name,
        )


def readers_of(applications: Sequence[Application], on: date) -> dict[int, list[Adult]]:
    """Application → guardians who may read; never one who is blocked, by whatever link. Two queries."""
    links = Guardian.objects.on(on).filter(child__in={each.child_id for each in applications})
    links = links.filter(adult__erased_on__isnull=True, child__erased_on__isnull=True).select_related("adult")
    blocked = {(each.child_id, each.adult_id) for each in links if each.rights == GuardianRights.BLOCKED}
    found: dict[int, dict[int, Adult]] = defaultdict(dict)
    for each in links.filter(rights__in=RIGHTS[Act.READ]).order_by("adult"):
        if (each.child_id, each.adult_id) not in blocked:
            found[each.child_id][each.adult_id] = each.adult
    return {each.pk: list(found.get(each.child_id, {}).values()) for each in applications}


def is_on_paper(adult: Adult) -> bool:
    """Who has no way to read the site, or would rather not."""
    return adult.account_id is None or adult.contact_by != ContactBy.MAIL


def addressees(pairs: Iterable[tuple[Application, Adult]], on: date) -> list[Addressee]:
    """In the order of the pairs. Two queries."""
    known = list(pairs)
    homes = _homes({adult.pk for _each, adult in known}, on)
    lived = _lived({each.child_id for each, _adult in known}, on)
    return [_addressee(each, adult, homes.get(adult.pk, []), lived.get(each.child_id, set())) for each, adult in known]


def for_oneself(application: Application) -> Addressee:
    """A young person who acts alone."""
    home = application.household
    return Addressee(str(application.child), lines_of(home) if home else (), True, True)


def lines_of(home: Household) -> tuple[str, ...]:
    town = " ".join(part for part in (home.postcode, home.city) if part)
    return tuple(line for line in (home.address, town) if line) if home.address else ()


def _addressee(application: Application, adult: Adult, homes: list[Household], lived: set[int]) -> Addressee:
    """Their home with the child first; any other of theirs otherwise."""
    ordered = sorted(homes, key=lambda home: (home.pk != application.household_id, home.pk not in lived, home.pk))
    lines = next((lines for home in ordered if (lines := lines_of(home))), ())
    sees = any(home.pk == application.household_id for home in homes)
    return Addressee(str(adult), lines, sees, adult.account_id is not None)


def _homes(adults: set[int], on: date) -> dict[int, list[Household]]:
    found: dict[int, list[Household]] = defaultdict(list)
    there = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gte=on))
    rows = HouseholdMember.objects.filter(there, adult__in=adults, household__erased_on__isnull=True)
    for each in rows.select_related("household").order_by("pk"):
        found[each.adult_id].append(each.household)
    return found


def _lived(children: set[int], on: date) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for child, home in Residence.objects.on(on).filter(child__in=children).values_list("child", "household"):
        found[child].add(home)
    return found
