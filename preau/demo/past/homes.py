"""Families of the past: a home at a door of the town, one adult or two, the children, what quotient was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random
from uuid import UUID

from django.utils import timezone

from preau.demo.content import past as story
from preau.demo.content import town
from preau.demo.content.geography import POSTCODE
from preau.demo.content.past_names import BOYS, FAMILIES, FATHERS, GIRLS, MOTHERS
from preau.foundation.schoolyears import first_day, last_day
from preau.offer.activities.enums import SchoolLevel
from preau.people.accounts.models import User
from preau.people.households.enums import ContactBy, GuardianKind, GuardianRights, QuotientSource, Sex
from preau.people.households.models import (
    Adult,
    Child,
    FamilyQuotient,
    Guardian,
    Household,
    HouseholdMember,
    Residence,
)
from preau.people.organisations.models import Commune, Organisation
from preau.town.addresses.models import Address
from preau.town.areas.quarters import quarters_of

EVERY_YEAR = (*story.YEARS, story.NOW)
_AT_ONCE = 1000
_LEVELS = tuple(SchoolLevel)
"""From three years on, one each year."""


@dataclass(frozen=True, slots=True)
class Kid:
    """A child with what makes it come or not. ``quarter`` is empty outside the town, ``since`` a school year."""

    child: Child
    home: Household
    adult: Adult
    quarter: str
    quotient: int
    since: int
    regular: float

    def age(self, year: int) -> int:
        """On 31 December, as for the whole house."""
        return year - self.child.born_on.year


@dataclass(frozen=True, slots=True)
class _Family:
    home: Household
    adults: list[Adult]
    children: list[Child]
    quarter: str
    quotient: int
    since: int


def know_families(commune: Commune, organisations: Mapping[str, Organisation], desk: User, chance: Random) -> list[Kid]:
    """Keys are drawn too, so that addresses of pages and pseudonyms are the same each time."""
    doors = _doors(commune)
    told = [_family(commune, doors, organisations, chance) for _number in range(story.HOMES)]
    _write(told, desk)
    _tell_quotients(told, desk, chance)
    return [
        Kid(child, each.home, each.adults[0], each.quarter, each.quotient, each.since, chance.uniform(*story.COMES))
        for each in told
        for child in each.children
    ]


def _doors(commune: Commune) -> dict[str, list[Address]]:
    """By quarter, in the order of the register."""
    quarter_of, found = quarters_of(commune), defaultdict(list)
    for door in Address.objects.present().filter(commune=commune, number__isnull=False).order_by("official_id"):
        if quarter := quarter_of(door.lon, door.lat):
            found[quarter.slug].append(door)
    return found


def _family(
    commune: Commune, doors: Mapping[str, list[Address]], organisations: Mapping[str, Organisation], chance: Random
) -> _Family:
    since = chance.choices(list(story.ARRIVALS), list(story.ARRIVALS.values()))[0]
    quarter = chance.choices(list(story.QUARTERS), list(story.QUARTERS.values()))[0]
    quotient = round(chance.choices(story.QUOTIENTS, story.INCOMES[quarter])[0] * chance.uniform(0.8, 1.2))
    known_at = _at(first_day(since), 9)
    is_far = chance.random() < story.OUTSIDE_TOWN
    home = _home(commune, None if is_far else chance.choice(doors[quarter]), quarter, known_at, chance)
    name = chance.choice(FAMILIES)
    return _Family(
        home,
        _adults(commune, name, known_at, chance),
        _children(commune, name, quarter, known_at, organisations, chance),
        "" if is_far else quarter,
        quotient,
        since,
    )


def _home(commune: Commune, door: Address | None, quarter: str, known_at: datetime, chance: Random) -> Household:
    if door is None:
        return Household(
            key=_key(chance),
            commune=commune,
            city="Bellerive",
            postcode="92998",
            is_resident=False,
            created_at=known_at,
        )
    return Household(
        key=_key(chance),
        commune=commune,
        address=str(door),
        postcode=POSTCODE,
        city=town.NAME,
        place_key=door.official_id[:40],
        lon=door.lon,
        lat=door.lat,
        quarter=quarter,
        created_at=known_at,
    )


def _adults(commune: Commune, name: str, known_at: datetime, chance: Random) -> list[Adult]:
    """None has an account: they came to the desk."""
    firsts = [chance.choice(MOTHERS), chance.choice(FATHERS)]
    alone = chance.random()
    kept = firsts[:1] if alone < 0.24 else firsts[1:] if alone < 0.29 else firsts
    return [
        Adult(
            key=_key(chance),
            commune=commune,
            first_name=first,
            last_name=name,
            contact_by=ContactBy.PAPER,
            created_at=known_at,
        )
        for first in kept
    ]


def _children(
    commune: Commune,
    name: str,
    quarter: str,
    known_at: datetime,
    organisations: Mapping[str, Organisation],
    chance: Random,
) -> list[Child]:
    """The eldest was of an age to come when the home was first known, or soon after."""
    eldest = known_at.year - chance.randint(3, 14)
    born = [eldest + gap for gap in (0, chance.randint(2, 4), chance.randint(5, 8))]
    some = born[: chance.choices((1, 2, 3), (38, 44, 18))[0]]
    found = []
    for year in some:
        if year > story.NOW - 2:
            continue
        sex = chance.choice((Sex.GIRL, Sex.BOY))
        first = chance.choice(GIRLS if sex == Sex.GIRL else BOYS)
        told = "" if chance.random() < 0.02 else sex
        born_on = date(year, chance.randint(1, 12), chance.randint(1, 28))
        age = story.NOW - year
        found.append(
            Child(
                key=_key(chance),
                commune=commune,
                first_name=first,
                last_name=name,
                born_on=born_on,
                sex=told,
                school=_school(age, quarter, organisations),
                level=_LEVELS[age - 3] if 3 <= age < 3 + len(_LEVELS) else "",
                created_at=known_at,
            )
        )
    return found


def _school(age: int, quarter: str, organisations: Mapping[str, Organisation]) -> Organisation | None:
    for most, below, uphill in story.SCHOOLS:
        if 3 <= age <= most:
            return organisations[uphill if quarter == "les-coteaux" else below]
    return None


def _write(told: list[_Family], desk: User) -> None:
    Household.objects.bulk_create([each.home for each in told], batch_size=_AT_ONCE)
    Adult.objects.bulk_create([adult for each in told for adult in each.adults], batch_size=_AT_ONCE)
    Child.objects.bulk_create([child for each in told for child in each.children], batch_size=_AT_ONCE)
    lived = [
        Residence(household=each.home, child=child, from_on=first_day(each.since))
        for each in told
        for child in each.children
    ]
    settled = [
        HouseholdMember(household=each.home, adult=adult, from_on=first_day(each.since))
        for each in told
        for adult in each.adults
    ]
    links = [
        Guardian(
            child=child,
            adult=adult,
            kind=GuardianKind.PARENT,
            rights=GuardianRights.FULL,
            basis="acte de naissance",
            from_on=first_day(each.since),
            recorded_by=desk,
            recorded_at=each.home.created_at,
        )
        for each in told
        for child in each.children
        for adult in each.adults
    ]
    Residence.objects.bulk_create(lived, batch_size=_AT_ONCE)
    HouseholdMember.objects.bulk_create(settled, batch_size=_AT_ONCE)
    Guardian.objects.bulk_create(links, batch_size=_AT_ONCE)


def _tell_quotients(told: list[_Family], desk: User, chance: Random) -> None:
    """One for each school year in which the home gave it. Incomes move a little from year to year."""
    rows = []
    for each in told:
        for place, year in enumerate(EVERY_YEAR):
            shares = story.KNOWN_LOW if each.quotient < story.LOW else story.KNOWN_OTHERS
            if year >= each.since and chance.random() < shares[place]:
                rows.append(
                    FamilyQuotient(
                        household=each.home,
                        value=round(each.quotient * chance.uniform(0.94, 1.06)),
                        source=QuotientSource.COUNTER,
                        provider="caf",
                        month=date(year, 9, 1),
                        valid_from=first_day(year),
                        valid_until=last_day(year),
                        recorded_by=desk,
                        recorded_at=_at(date(year, 9, 12), 10),
                    )
                )
    FamilyQuotient.objects.bulk_create(rows, batch_size=_AT_ONCE)


def _key(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
