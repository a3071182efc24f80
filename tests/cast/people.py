from __future__ import annotations

from datetime import date

from django.utils.text import slugify

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.organisations.enums import OrganisationKind
from preau.people.organisations.models import Commune, Organisation

PASSWORD = "un préau sous la pluie"

_CAST = {
    "coordinator": ("Nadia Benhaddou", Role.PLAN_COORDINATOR, "Direction de l’éducation"),
    "administrator": ("Paul Lemoine", Role.ADMINISTRATOR, "Systèmes d’information"),
    "contributor": ("Awa Diarra", Role.CONTRIBUTOR, "Service des sports"),
    "elected": ("Hélène Marchetti", Role.ELECTED_MEMBER, "Conseil municipal"),
    "reader": ("Thomas Nguyen", Role.READER, "École des Tilleuls"),
    "agent": ("Rachid Amrani", Role.CATALOGUE_AGENT, "Service des sports"),
    "provider": ("Marion Delcourt", Role.PROVIDER, "Club de judo"),
    "school_head": ("Claire Vasseur", Role.SCHOOL_HEAD, "École des Tilleuls"),
    "teacher": ("Hugo Perrin", Role.TEACHER, "École des Tilleuls"),
    "family_agent": ("Mathilde Caron", Role.FAMILY_AGENT, "Accueil des familles"),
    "activity_leader": ("Idriss Benali", Role.ACTIVITY_LEADER, "Club de judo"),
    "data_officer": ("Sylvie Roussel", Role.DATA_OFFICER, "Systèmes d’information"),
}


def make_commune(name: str = "Bourg-la-Fontaine") -> Commune:
    return Commune.objects.get_or_create(insee_code="99998", defaults={"name": name, "departement": "Essai"})[0]


def make_organisation(name: str, kind: str = OrganisationKind.TOWN_SERVICE) -> Organisation:
    return Organisation.objects.get_or_create(
        commune=make_commune(), slug=slugify(name)[:80], defaults={"name": name, "kind": kind}
    )[0]


def make_person(part: str, *, name: str = "", organisation: Organisation | None = None) -> User:
    """One of coordinator, administrator, contributor, elected, reader, data_officer, agent, provider, school_head, teacher, family_agent, activity_leader; ``guardian``: a mother of two; or ``stranger``: an account without a role."""
    if part == "guardian":
        from tests.cast.families import make_two_homes

        return make_two_homes().adults["Salomé"].account
    if part == "stranger":
        return User.objects.create_user("stranger@essai.example", PASSWORD, full_name=name or "Inconnue Sansrole")
    full_name, role, where = _CAST[part]
    full_name = name or full_name
    user = User.objects.create_user(f"{slugify(full_name)}@essai.example", PASSWORD, full_name=full_name)
    Membership.objects.create(
        user=user,
        organisation=organisation or make_organisation(where),
        role=role,
        starts_on=date(2024, 9, 1),
    )
    return user
