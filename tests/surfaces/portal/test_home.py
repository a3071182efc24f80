from __future__ import annotations

import pytest

from tests.cast import make_person
from tests.cast.families import make_sheltered, make_two_homes

pytestmark = pytest.mark.django_db


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
