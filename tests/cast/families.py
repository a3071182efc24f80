"""Families as they live: two homes, a blocked father, a foster carer, a paper family, a young person of sixteen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.utils.text import slugify

from preau.people.accounts.models import User
from preau.people.households.enums import ContactBy, GuardianKind, GuardianRights
from preau.people.households.models import Adult, Child, Guardian, Household, HouseholdMember, Residence
from tests.cast.people import PASSWORD, make_commune

_SINCE, _AT = date(2025, 9, 1), datetime(2025, 9, 1, 8, tzinfo=UTC)


@dataclass
class Family:
    """``adults``, ``children``, ``homes`` by first name or street."""

    adults: dict[str, Adult] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    homes: dict[str, Household] = field(default_factory=dict)


def make_adult(name: str, *, account: bool = True) -> Adult:
    """``name`` is "first last". Without an account: a family that is told things on paper."""
    first, last = name.split(" ", 1)
    email = f"{slugify(name)}@familles.example"
    user = User.objects.create_user(email, PASSWORD, full_name=name) if account else None
    return Adult.objects.create(
        commune=make_commune(),
        account=user,
        first_name=first,
        last_name=last,
        email=email if account else "",
        phone="06 00 00 00 00",
        contact_by=ContactBy.MAIL if account else ContactBy.PAPER,
        created_at=_AT,
    )


def make_child(name: str, born_on: date = date(2018, 3, 14), **fields: object) -> Child:
    first, last = name.split(" ", 1)
    return Child.objects.create(
        commune=make_commune(), first_name=first, last_name=last, born_on=born_on, created_at=_AT, **fields
    )


def make_home(address: str, adults: list[Adult], children: list[Child], *, is_main: bool = True) -> Household:
    home = Household.objects.create(
        commune=make_commune(), address=address, postcode="99990", city="Bourg-la-Fontaine", created_at=_AT
    )
    for adult in adults:
        HouseholdMember.objects.create(household=home, adult=adult, from_on=_SINCE)
    for child in children:
        Residence.objects.create(household=home, child=child, is_main=is_main, from_on=_SINCE)
    return home


def link(child: Child, adult: Adult, rights: str = GuardianRights.FULL, kind: str = GuardianKind.PARENT) -> Guardian:
    return Guardian.objects.create(
        child=child, adult=adult, kind=kind, rights=rights, basis="essai", from_on=_SINCE, recorded_at=_AT
    )


def make_two_homes() -> Family:
    """Salomé and Yann live apart; Zélie (8) and Noé (6) live in both homes, mostly at their mother's."""
    mother, father = make_adult("Salomé Kerbrat"), make_adult("Yann Kerbrat")
    zelie = make_child("Zélie Kerbrat", date(2018, 3, 14))
    noe = make_child("Noé Kerbrat", date(2020, 6, 2))
    for child in (zelie, noe):
        link(child, mother)
        link(child, father)
    homes = {
        "mother": make_home("4 rue du Moulin", [mother], [zelie, noe]),
        "father": make_home("19 quai des Brumes", [father], [zelie, noe], is_main=False),
    }
    return Family({"Salomé": mother, "Yann": father}, {"Zélie": zelie, "Noé": noe}, homes)


def make_sheltered() -> Family:
    """Inès lives with her mother; a judgment leaves her father no access at all."""
    mother, father = make_adult("Farida Belkacem"), make_adult("Karim Aziz")
    ines = make_child("Inès Belkacem", date(2017, 11, 30))
    link(ines, mother)
    link(ines, father, GuardianRights.BLOCKED)
    return Family(
        {"Farida": mother, "Karim": father}, {"Inès": ines}, {"home": make_home("2 place du Puits", [mother], [ines])}
    )


def make_fostered() -> Family:
    """Tom lives with Odile, who does usual acts; his mother keeps parental authority."""
    carer, mother = make_adult("Odile Marchand"), make_adult("Lucie Tanguy")
    tom = make_child("Tom Tanguy", date(2016, 5, 9))
    link(tom, carer, GuardianRights.USUAL_ACTS, GuardianKind.FOSTER_CARER)
    link(tom, mother)
    return Family(
        {"Odile": carer, "Lucie": mother}, {"Tom": tom}, {"home": make_home("8 allée des Tilleuls", [carer], [tom])}
    )


def make_paper_family() -> Family:
    """Mariam has neither account nor mail: she comes to the counter for Awa."""
    mother = make_adult("Mariam Traoré", account=False)
    awa = make_child("Awa Traoré", date(2019, 1, 22))
    link(awa, mother)
    return Family({"Mariam": mother}, {"Awa": awa}, {"home": make_home("31 cité des Coteaux", [mother], [awa])})


def make_young_person() -> Family:
    """Sacha is sixteen and has an account; his mother too."""
    mother = make_adult("Claire Morin")
    account = User.objects.create_user("sacha@familles.example", PASSWORD, full_name="Sacha Morin")
    sacha = make_child("Sacha Morin", date(2010, 4, 1), account=account)
    link(sacha, mother)
    return Family({"Claire": mother}, {"Sacha": sacha}, {"home": make_home("6 rue des Lilas", [mother], [sacha])})


def make_small_family(name: str) -> Family:
    """A parent and a child who have a name and nothing else; as many of them as one likes."""
    parent, child = make_adult(f"Parent {name}"), make_child(f"Enfant {name}")
    link(child, parent)
    return Family({"parent": parent}, {"child": child}, {"home": make_home(f"{name} rue Courte", [parent], [child])})
