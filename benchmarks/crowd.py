"""A town whose families are all logged in: written once into a database, and read back by their cookies."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

SECRET = "a" * 32
"""The same secret in the cookie and in the form: what a browser would have got with the page."""


def main() -> None:
    """``benchmarks.crowd FILE FAMILIES UNITS SEATS``: migrates, writes everybody, says in FILE who asks."""
    import django

    django.setup()
    from preau.surfaces.terminal.setup import put_in_order

    put_in_order()
    path, families, units, seats = sys.argv[1:5]
    Path(path).write_text(json.dumps(write(int(families), int(units), int(seats))))


def write(families: int, units: int, seats: int) -> dict[str, Any]:
    groups = _units(units, seats)
    return {"units": [str(each.key) for each in groups], "families": _families(families)}


def _units(count: int, seats: int) -> list[Any]:
    """Groups of a care of the town: age, level, papers, price by quotient, staffing, caps: every rule has its say."""
    from preau.offer.activities.models import Activity, Slot
    from preau.offer.enrolment.models import BookingUnit, DomainCap
    from preau.offer.prices.models import PriceRule
    from preau.people.organisations.models import Commune, Organisation
    from preau.town.places.models import Site

    town = Commune.objects.create(insee_code="99998", name="Bourg-la-Fontaine", departement="Essai")
    service = Organisation.objects.create(commune=town, name="Sports", slug="sports", kind="town_service")
    site = Site.objects.create(commune=town, name="Gymnase", slug="gymnase", kind="sport", lon=2.2, lat=48.9)
    terms = {
        "bands": [{"up_to": 400, "cents": 2000}, {"up_to": 900, "cents": 6000}, {"up_to": None, "cents": 12000}],
        "unknown": 12000,
        "siblings": [{"from_child": 2, "percent": "10", "cents": 0}],
    }
    rule = PriceRule.objects.create(
        commune=town, name="Tarif", kind="bands", terms=terms, unit="un an", valid_from=date(2020, 9, 1)
    )
    now, today = datetime.now(UTC), datetime.now(UTC).date()
    DomainCap.objects.create(commune=town, domain="combat", valid_from=date(2020, 9, 1), most=2, decided_by="essai")
    made = []
    for number in range(count):
        activity = Activity.objects.create(
            commune=town,
            organisation=service,
            slug=f"groupe-{number}",
            school_year=today.year,
            title=f"Groupe {number}",
            summary="Une heure pour apprendre en jouant.",
            domain="combat",
            audiences=["child"],
            levels=["cp", "ce1"],
            age_min=6,
            age_max=10,
            site=site,
            starts_on=today,
            ends_on=today + timedelta(days=200),
            staff=seats,
            price_rule=rule,
            booking="town",
            state="published",
            published_at=now,
            verified_on=today,
            created_at=now,
            updated_at=now,
        )
        slot = Slot.objects.create(activity=activity, weekday=number % 5, starts_at=time(17), ends_at=time(18))
        made.append(
            BookingUnit.objects.create(
                activity=activity,
                slot=slot,
                label="lundi, 17 h – 18 h",
                starts_on=today,
                ends_on=activity.ends_on,
                capacity=seats,
                documents=["insurance"],
                opens_at=now - timedelta(hours=1),
            )
        )
    return made


def _families(count: int) -> list[list[str]]:
    """(session, child's key) of each: a parent, a child of seven, a home, a quotient, an insurance."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from preau.people.accounts.models import User
    from preau.people.households.models import (
        Adult,
        Child,
        FamilyQuotient,
        Guardian,
        Household,
        HouseholdMember,
        Residence,
        SupportingDocument,
    )
    from preau.people.organisations.models import Commune

    town, now, numbers = Commune.objects.get(), datetime.now(UTC), range(count)
    day, since = now.date(), date(2024, 9, 1)
    users = User.objects.bulk_create(
        User(email=f"parent{number}@essai.example", password="!", full_name=f"Parent {number}") for number in numbers
    )
    adults = Adult.objects.bulk_create(
        Adult(commune=town, account=each, first_name="Parent", last_name=str(n), email=each.email, created_at=now)
        for n, each in enumerate(users)
    )
    born = day.replace(year=day.year - 7, day=1)
    children = Child.objects.bulk_create(
        Child(commune=town, first_name="Enfant", last_name=str(n), born_on=born, level="cp", created_at=now)
        for n in numbers
    )
    homes = Household.objects.bulk_create(
        Household(commune=town, address=f"{n} rue Longue", created_at=now) for n in numbers
    )
    HouseholdMember.objects.bulk_create(
        HouseholdMember(household=home, adult=adult, from_on=since) for home, adult in zip(homes, adults, strict=True)
    )
    Residence.objects.bulk_create(
        Residence(household=home, child=child, from_on=since) for home, child in zip(homes, children, strict=True)
    )
    Guardian.objects.bulk_create(
        Guardian(child=child, adult=adult, kind="parent", rights="full", from_on=since, recorded_at=now)
        for child, adult in zip(children, adults, strict=True)
    )
    FamilyQuotient.objects.bulk_create(
        FamilyQuotient(
            household=home,
            value=300 + n % 1200,
            source="declared",
            month=day.replace(day=1),
            valid_from=since,
            valid_until=day + timedelta(days=300),
            recorded_at=now,
        )
        for n, home in enumerate(homes)
    )
    SupportingDocument.objects.bulk_create(
        SupportingDocument(child=child, kind="insurance", given_at=now) for child in children
    )
    store, rows, told = SessionStore(), [], []
    expires = now + timedelta(hours=12)
    for user, child in zip(users, children, strict=True):
        key = f"bench{user.pk:027d}"
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "preau.people.accounts.backends.AccountBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        rows.append(Session(session_key=key, session_data=store.encode(data), expire_date=expires))
        told.append([key, str(child.key)])
    Session.objects.bulk_create(rows)
    return told


if __name__ == "__main__":
    main()
