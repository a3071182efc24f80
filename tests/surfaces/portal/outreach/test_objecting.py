"""A parent says that they do not want to be called, and changes their mind."""

from __future__ import annotations

import pytest

from preau.offer.outreach.models import OutreachObjection
from tests.cast.families import make_two_homes

PAGE = "/famille/appels/"
pytestmark = pytest.mark.django_db


def test_a_parent_objects_in_one_press_and_takes_it_back(client):
    family = make_two_homes()
    client.force_login(family.adults["Salomé"].account)
    assert "La ville peut vous appeler" in client.get(PAGE).text
    assert "ne vous appelle pas" in client.post(f"{PAGE}opposition/", follow=True).text
    client.post(f"{PAGE}opposition/")
    assert OutreachObjection.objects.count() == 1
    assert "La ville peut vous appeler" in client.post(f"{PAGE}reprise/", follow=True).text


def test_the_other_parent_does_not_read_it(client):
    family = make_two_homes()
    client.force_login(family.adults["Salomé"].account)
    client.post(f"{PAGE}opposition/")
    client.force_login(family.adults["Yann"].account)
    assert "La ville peut vous appeler" in client.get(PAGE).text
