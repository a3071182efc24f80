"""One family knows nothing of another: every address of the space, tried by everybody, with both methods."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import get_resolver
from pypdf import PdfReader

from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.models import Child, Household
from preau.people.households.rights import RIGHTS, Act
from tests.cast import make_person
from tests.cast.families import (
    link,
    make_adult,
    make_fostered,
    make_sheltered,
    make_two_homes,
    make_young_person,
)
from tests.surfaces.portal.reach import REACH, Reach

pytestmark = pytest.mark.django_db
PROFESSIONALS = (
    "family_agent",
    "activity_leader",
    "provider",
    "school_head",
    "teacher",
    "agent",
    "coordinator",
    "administrator",
    "data_officer",
    "elected",
    "reader",
    "contributor",
)
METHODS = ("get", "post")
SERVED = (200, 302, 422)
KEYED = {name: reach for name, reach in REACH.items() if reach.of in ("child", "home", "adult")}


def _names() -> set[str]:
    resolver = next(each for each in get_resolver().url_patterns if getattr(each, "namespace", "") == "portal")
    return {pattern.name for pattern in resolver.url_patterns}


def test_every_address_of_the_space_is_in_the_table():
    assert _names() == set(REACH)


def _path(reach: Reach, child: Child, home: Household, adult) -> str:
    return reach.path.format(child=child.key, home=home.key, **reach.made(child, home, adult))


def _ask(client: Client, method: str, path: str, reach: Reach) -> int:
    return getattr(client, method)(path, reach.data).status_code


def _tried(client: Client, child, home, adult, names=KEYED) -> dict[str, int]:
    """What each address answered, in each method that it serves."""
    answers = {}
    for name in names:
        reach = REACH[name]
        for method in METHODS:
            if getattr(reach, method) is not None:
                answers[f"{method} {name}"] = _ask(client, method, _path(reach, child, home, adult), reach)
    return answers


def _other_than(answers: dict[str, int], *wanted: int) -> dict[str, int]:
    return {name: status for name, status in answers.items() if status not in wanted}


def test_another_family_finds_nothing(client):
    family, other = make_two_homes(), make_sheltered()
    client.force_login(other.adults["Farida"].account)
    answers = _tried(client, family.children["Zélie"], family.homes["mother"], family.adults["Salomé"])
    assert _other_than(answers, 404) == {}


def test_a_blocked_guardian_finds_nothing_of_the_child_nor_of_the_home(client):
    family = make_sheltered()
    client.force_login(family.adults["Karim"].account)
    answers = _tried(client, family.children["Inès"], family.homes["home"], family.adults["Farida"])
    assert _other_than(answers, 404) == {}


def test_a_blocked_guardian_finds_nothing_even_with_an_older_link(client):
    family = make_sheltered()
    ines, karim = family.children["Inès"], family.adults["Karim"]
    blocked = ines.guardians.get(adult=karim)
    ines.guardians.filter(pk=blocked.pk).update(until_on=date(2026, 11, 30))
    link(ines, karim)
    client.force_login(karim.account)
    assert _other_than(_tried(client, ines, family.homes["home"], family.adults["Farida"]), 404) == {}


def test_the_other_parent_reaches_the_child_and_not_the_other_home(client):
    family = make_two_homes()
    client.force_login(family.adults["Yann"].account)
    zelie, mothers, salome = family.children["Zélie"], family.homes["mother"], family.adults["Salomé"]
    of_child = [name for name, reach in KEYED.items() if reach.of == "child"]
    of_home = [name for name in KEYED if name not in of_child]
    assert _other_than(_tried(client, zelie, mothers, salome, of_child), *SERVED) == {}
    assert _other_than(_tried(client, zelie, mothers, salome, of_home), 404) == {}


@pytest.mark.parametrize("rights", [GuardianRights.USUAL_ACTS, GuardianRights.INFORMED])
def test_a_guardian_with_less_does_less(client, rights):
    family = make_fostered()
    tom, odile = family.children["Tom"], family.adults["Odile"]
    tom.guardians.filter(adult=odile).update(rights=rights)
    client.force_login(odile.account)
    for name, reach in REACH.items():
        if reach.of != "child":
            continue
        for method in METHODS:
            act = getattr(reach, method)
            if act is None:
                continue
            path = _path(reach, tom, family.homes["home"], family.adults["Lucie"])
            status = _ask(client, method, path, reach)
            wanted = SERVED if rights in RIGHTS[act] else (403,)
            assert status in wanted, (method, name, status)


def test_a_young_person_does_what_is_usual_for_themselves_and_nothing_for_a_parent(client):
    family, other = make_young_person(), make_two_homes()
    sacha = family.children["Sacha"]
    client.force_login(sacha.account)
    for name, reach in REACH.items():
        for method in METHODS:
            act = getattr(reach, method)
            if act is None or reach.of not in ("child", "own"):
                continue
            status = _ask(client, method, _path(reach, sacha, family.homes["home"], family.adults["Claire"]), reach)
            closed = reach.grown_up or (act not in (Act.READ, Act.REGISTER, Act.EDIT) and not reach.young)
            assert status in ((403,) if closed else SERVED), (method, name, status)
    theirs = _tried(client, other.children["Zélie"], other.homes["mother"], other.adults["Salomé"])
    assert _other_than({name: s for name, s in theirs.items() if "consent" not in name}, 404) == {}


@pytest.mark.parametrize("role", PROFESSIONALS)
def test_a_professional_has_no_door_here(client, role):
    """Whoever receives families has a counter of their own, where each reading leaves a line."""
    family = make_two_homes()
    client.force_login(make_person(role))
    keys = family.children["Zélie"], family.homes["mother"], family.adults["Salomé"]
    own = [name for name, reach in REACH.items() if reach.of != "public"]
    assert _other_than(_tried(client, *keys, own), 403) == {}


def test_a_visitor_is_sent_to_the_login(client):
    family = make_two_homes()
    keys = family.children["Zélie"], family.homes["mother"], family.adults["Salomé"]
    for name, reach in REACH.items():
        if reach.of == "public":
            continue
        for method in METHODS:
            if getattr(reach, method) is None:
                continue
            answer = getattr(client, method)(_path(reach, *keys), reach.data)
            assert answer.status_code == 302 and "/compte/login/" in answer.headers["Location"], (method, name)


def test_the_family_itself_is_served_everywhere(client):
    family = make_two_homes()
    client.force_login(family.adults["Salomé"].account)
    keys = family.children["Zélie"], family.homes["mother"], family.adults["Salomé"]
    names = [name for name, reach in REACH.items() if reach.of != "public" and name != "paper_file"]
    assert _other_than(_tried(client, *keys, names), *SERVED) == {}


def test_pages_never_show_the_other_home(client):
    """Neither its street, nor its telephone, nor its mail."""
    family = make_two_homes()
    family.adults["Salomé"].__class__.objects.filter(pk=family.adults["Salomé"].pk).update(phone="07 11 22 33 44")
    client.force_login(family.adults["Yann"].account)
    keys = family.children["Zélie"], family.homes["father"], family.adults["Yann"]
    for name, reach in REACH.items():
        if reach.get is None or reach.of == "public":
            continue
        page = _words(client.get(_path(reach, *keys)).content)
        assert "rue du Moulin" not in page and "07 11 22" not in page and "salome-kerbrat@" not in page, name


def _words(content: bytes) -> str:
    if not content.startswith(b"%PDF"):
        return content.decode()
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_an_authority_given_by_a_person_of_trust_is_not_a_parent_s(client):
    """Somebody invited for usual acts never reaches what takes parental authority."""
    family = make_two_homes()
    aunt = make_adult("Rozenn Kerbrat")
    link(family.children["Zélie"], aunt, GuardianRights.USUAL_ACTS, GuardianKind.GUARDIAN)
    client.force_login(aunt.account)
    path = f"/famille/enfants/{family.children['Zélie'].key}/invitation/"
    assert client.post(path, {"who": "parent"}).status_code == 403
