"""Wishes on the first page of a family, and what holds its file while a draw is awaited."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest

from preau.offer.campaigns.models import Application
from preau.people.households.models import Elimination
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    return make_two_homes()


@pytest.fixture
def mother(client, family):
    client.force_login(family.adults["Salomé"].account)
    return client


@pytest.fixture
def asked(family):
    return make_application(make_campaign(), ("Judo",), family=family, child="Zélie")


def test_wishes_that_stopped_half_way_await_on_the_first_page_of_both_homes(mother, asked, family, client):
    Application.objects.update(state="draft", sent_at=None)
    for who in ("Salomé", "Yann"):
        client.force_login(family.adults[who].account)
        page = client.get("/famille/").content.decode()
        assert "Les vœux de Zélie ne sont pas encore envoyés" in page and "Relire et envoyer" in page


def test_sent_wishes_come_with_the_day_until_which_they_change(mother, asked):
    page = mother.get("/famille/").content.decode()
    assert "vœux envoyés, à changer jusqu’au 1 décembre" in page and "Tout est à jour" in page
    walk(asked.campaign, "decided")
    assert "vœux envoyés, réponse à venir" in mother.get("/famille/").content.decode()


def test_a_family_is_not_erased_while_a_draw_or_an_appeal_is_awaited(mother, asked, now):
    page = mother.get("/famille/donnees/effacement/").content.decode()
    assert "les vœux de Zélie attendent leur réponse" in page
    assert mother.post("/famille/donnees/effacement/", {"compris": "1"}).status_code == 422
    assert not Elimination.objects.exists()
    walk(asked.campaign, "notified")
    appeal = asked.appeals.create(kind="review", received_on=now.date(), due_on=now.date())
    assert "un recours pour Zélie attend sa réponse" in mother.get("/famille/donnees/effacement/").content.decode()
    appeal.answered_on, appeal.result, appeal.outcome = now.date(), "confirmed", "La réponse reste la même."
    appeal.save()
    assert "recours pour Zélie" not in mother.get("/famille/donnees/effacement/").content.decode()


def _copy(client) -> dict:
    answer = client.post("/famille/donnees/copie/")
    return json.loads(zipfile.ZipFile(BytesIO(answer.content)).read("tout.json"))


def test_a_copy_tells_no_result_before_everybody_is_told(mother, asked):
    campaign = walk(asked.campaign, "decided")
    told = _copy(mother)
    assert told["voeux"] and not told["reponses aux voeux"]
    assert told["voeux envoyes"][0]["code dans le fichier publié"] == ""
    walk(campaign, "notified")
    told = _copy(mother)
    assert told["reponses aux voeux"] and told["voeux envoyes"][0]["code dans le fichier publié"] == asked.code


def test_what_the_town_held_of_a_home_is_in_that_home_s_copy_only(mother, asked, family, client):
    walk(asked.campaign, "notified")
    assert _copy(mother)["voeux envoyes"][0]["ce que la ville a retenu"]
    client.force_login(family.adults["Yann"].account)
    assert _copy(client)["voeux envoyes"][0]["ce que la ville a retenu"] == ""
