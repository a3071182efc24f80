"""« Près de chez moi »: a rounded point comes back, an address never stays."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from preau.town.places.enums import SiteKind
from tests.cast import make_site
from tests.town.addresses.test_geocoding import make_door

pytestmark = pytest.mark.django_db
HERE = "/lieux/pres/"


@pytest.fixture(autouse=True)
def doors():
    for number in range(1, 21):
        make_door(number)
        make_door(number, "Rue Jean Jaurès", lon=2.17)
        make_door(number, "Avenue Jean Jaurès", lon=2.18)


def ask(client, address: str = "", **more):
    return client.post(HERE, {"adresse": address, "suite": "/projet/?q=judo&pres=1.000,2.000", **more})


def test_a_sure_address_goes_back_to_the_page_that_asked_with_a_rounded_point(client):
    answer = ask(client, "7, r. des tilleuls")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/projet/?q=judo&pres=2.165,48.944")


def test_two_streets_of_one_name_are_asked_with_a_link_for_each(client):
    answer = ask(client, "12 Jean Jaurès")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="/projet/?q=judo&amp;pres=2.171,48.944"' in page
    assert 'href="/projet/?q=judo&amp;pres=2.181,48.944"' in page
    assert 'value="12 Jean Jaurès"' in page  # nothing typed is lost


def test_an_unknown_address_is_said_in_a_sentence(client):
    answer = ask(client, "3 impasse Wxyz")
    assert answer.status_code == 422
    assert "Cette adresse n’est pas reconnue" in answer.content.decode()


def test_nothing_written_is_said_at_the_field(client):
    answer = ask(client)
    assert answer.status_code == 422
    assert "Écrivez une adresse de la ville" in answer.content.decode()


def test_a_school_is_a_place_to_start_from(client):
    site = make_site()
    type(site).objects.filter(pk=site.pk).update(lon=2.16441, lat=48.94449, kind=SiteKind.SCHOOL, is_public=True)
    assert site.name in client.get(HERE).content.decode()
    assert ask(client, ecole=site.slug).headers["Location"].endswith("pres=2.164,48.944")


def test_a_school_that_is_not_proposed_is_refused(client):
    make_site()
    assert ask(client, ecole="ailleurs").status_code in (302, 422)


@pytest.mark.parametrize(
    "suite",
    ["https://ailleurs.example/", "//ailleurs.example/", "javascript:alert(1)", "/\\ailleurs.example", "projet/", ""],
)
def test_nobody_is_sent_elsewhere(client, suite):
    location = client.post(HERE, {"adresse": "7 rue des tilleuls", "suite": suite}).headers["Location"]
    assert location == "/?pres=2.165,48.944"


def test_an_address_is_neither_stored_nor_logged_nor_cached(client, caplog):
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as queries:
        answer = ask(client, "12 Jean Jaurès, chez Zéphyrine")
        client.post(f"{HERE}propositions/", {"adresse": "chez zephyrine"})
    assert "Zéphyrine" not in caplog.text
    assert not [query["sql"] for query in queries if "phyrine" in query["sql"].lower()]
    assert not [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "adresse" not in answer.cookies


def test_proposals_are_posted_and_come_as_official_addresses(client):
    answer = client.post(f"{HERE}propositions/", {"adresse": "7 til"})
    assert json.loads(answer.content) == {"addresses": ["7 Rue des Tilleuls"]}
    assert json.loads(client.post(f"{HERE}propositions/", {"adresse": "7"}).content) == {"addresses": []}
    assert client.get(f"{HERE}propositions/?adresse=7+til").status_code == 405


def test_an_address_in_the_address_bar_is_not_read(client):
    page = client.get(f"{HERE}?adresse=7+rue+des+tilleuls&suite=/projet/").content.decode()
    assert "7 rue des tilleuls" not in page


def test_a_town_without_addresses_says_so_and_asks_again(client):
    from preau.town.addresses.models import Address

    Address.objects.all().delete()
    assert ask(client, "7 rue des Tilleuls").status_code == 422


@pytest.mark.parametrize("address", ["x" * 250, "'; DROP TABLE", "<script>alert(1)</script>", "\x00"])
def test_hostile_addresses_are_only_words(client, address):
    answer = ask(client, address)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
