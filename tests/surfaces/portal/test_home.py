from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from preau.offer.activities.models import Session
from preau.offer.enrolment.models import Enrolment
from tests.cast import make_person
from tests.cast.enrolment import make_unit
from tests.cast.families import link as linked
from tests.cast.families import make_child, make_home, make_sheltered, make_two_homes

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_mother_sees_her_children_and_no_other(client):
    make_sheltered()
    client.force_login(make_two_homes().adults["Salomé"].account)
    page = client.get("/famille/").content.decode()
    assert "Zélie" in page and "Noé" in page and "Inès" not in page


def test_a_blocked_father_sees_nobody(client):
    client.force_login(make_sheltered().adults["Karim"].account)
    page = client.get("/famille/").content.decode()
    assert "Inès" not in page and "Aucun enfant" in page


def test_a_professional_has_no_family_here(client):
    client.force_login(make_person("coordinator"))
    assert client.get("/famille/").status_code == 403


def test_the_first_page_says_what_comes_and_what_awaits(client):
    family = make_two_homes()
    zelie, noe = family.children["Zélie"], family.children["Noé"]
    judo, dance = make_unit("Judo"), make_unit("Danse")
    Session.objects.create(
        activity=judo.activity,
        slot=judo.slot,
        day=date(2026, 11, 25),
        starts_at=datetime(2026, 11, 25, 13, tzinfo=UTC),
        ends_at=datetime(2026, 11, 25, 14, tzinfo=UTC),
    )
    Enrolment.objects.create(unit=judo, child=zelie, state="confirmed", asked_at=AT)
    Enrolment.objects.create(unit=dance, child=zelie, state="waiting", asked_at=AT, queue_number=3)
    until = datetime(2026, 11, 26, 8, tzinfo=UTC)
    Enrolment.objects.create(unit=judo, child=noe, state="offered", asked_at=AT, offered_until=until)
    client.force_login(family.adults["Yann"].account)
    page = client.get("/famille/").content.decode()
    assert "mercredi 25 novembre à 14\u00a0h" in page
    assert "sur la liste d’attente, rang 1" in page
    assert "Une place s’est libérée pour Noé" in page and "avant le 26 novembre 2026" in page


def test_five_children_ask_no_more_of_the_database_than_one(client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    family = make_two_homes()
    salome = family.adults["Salomé"]
    client.force_login(salome.account)
    client.get("/famille/")
    with CaptureQueriesContext(connection) as few:
        client.get("/famille/")
    for name in ("Ael", "Brieuc", "Corentin"):
        child = make_child(f"{name} Kerbrat")
        linked(child, salome)
        make_home(f"1 rue {name}", [], [child])
    with django_assert_num_queries(len(few)):
        client.get("/famille/")
