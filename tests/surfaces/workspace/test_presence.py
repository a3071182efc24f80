"""Two people in the same form are told while they write, and words that could not be sent come back."""

from __future__ import annotations

import pytest
from django.test import Client

from preau.people.accounts.hand import Hand
from preau.plan.drafting.models import EditingPresence
from preau.plan.drafting.presence import be_there
from preau.plan.structure.actions import reword
from preau.plan.versions.actions import adopt
from tests.cast import PASSWORD, make_person

HERE = "/atelier/projet/a1-g1-o1/presence/"
TEXT = "Une phrase écrite pendant une heure"


@pytest.fixture
def item(plan):
    return plan.items.get(code="A1.G1.O1")


@pytest.fixture
def awa(db):
    return make_person("contributor")


def test_a_form_says_who_else_has_it_open(coordinator, item, awa, now):
    be_there(item, awa, now=now)
    said = "Awa Diarra modifie aussi ce texte"
    assert said in coordinator.get("/atelier/projet/a1-g1-o1/modifier/").content.decode()
    assert said in coordinator.post(HERE, {"seen_version": "1"}).content.decode()
    assert EditingPresence.objects.count() == 2
    assert coordinator.post(HERE, {"depart": "1"}).status_code == 204
    assert EditingPresence.objects.get().user == awa


def test_a_form_learns_that_the_item_changed_before_it_is_sent(coordinator, item, awa, now):
    assert coordinator.post(HERE, {"seen_version": "1"}).content.strip() == b""
    reword(item, "Autre chose", seen_version=1, hand=Hand(awa, now))
    page = coordinator.post(HERE, {"seen_version": "1"}).content.decode()
    assert "Awa Diarra vient d’enregistrer une autre version" in page
    assert coordinator.post(HERE, {"seen_version": "zut"}).status_code == 200


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("contributor", 403), ("coordinator", 200)])
def test_only_who_may_edit_is_present(log_in, item, role, status):
    assert log_in(role).post(HERE, {"seen_version": "1"}).status_code == status


def test_opening_the_form_writes_nothing(coordinator, item):
    coordinator.get("/atelier/projet/a1-g1-o1/modifier/")
    assert not EditingPresence.objects.exists()


def test_a_plan_adopted_meanwhile_is_said_and_the_words_stay(coordinator, plan, item, now):
    adopt(plan, "PEdT", adopted_on=now.date(), hand=Hand(None, now))
    row = plan.rows.get(code="A1.G1.R2").pk
    data = {"seen_version": "1", "row": row, "reason": "ma raison"}
    answer = coordinator.post("/atelier/projet/a1-g1-o1/deplacement/", data)
    assert answer.status_code == 422
    assert "Le projet est adopté" in answer.content.decode()
    assert "ma raison" in answer.content.decode()


def test_acts_that_the_tree_forbids_are_said(coordinator, plan, item, now):
    adopt(plan, "PEdT", adopted_on=now.date(), hand=Hand(None, now))
    for address, data in (
        ("/atelier/projet/a1-g1-o1/retrait/", {}),
        ("/atelier/projet/lignes/a1-g1-r1/ajout/", {"kind": "expected_effect", "text": TEXT}),
    ):
        assert "Le projet est adopté" in coordinator.post(address, data, follow=True).content.decode()


def test_a_lost_session_gives_the_words_back_and_leads_to_the_page_again(client, item):
    data = {"text": TEXT, "password": "un secret à moi"}
    origin = "http://testserver/atelier/projet/a1-g1-o1/?projet=1"
    answer = client.post("/atelier/projet/a1-g1-o1/commentaires/", data, headers={"referer": origin})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert f"{TEXT}</textarea>" in page
    assert "un secret" not in page
    assert "/compte/login/?next=/atelier/projet/a1-g1-o1/%3Fprojet%3D1" in page


@pytest.mark.parametrize("referer", ["", "https://ailleurs.example/piege/"])
def test_another_site_gets_no_words_back(client, item, referer):
    answer = client.post("/atelier/projet/a1-g1-o1/commentaires/", {"text": TEXT}, headers={"referer": referer})
    assert answer["Location"] == "/compte/login/?next=/atelier/"


def test_a_swap_after_a_lost_session_goes_to_the_login_and_back(client, plan):
    pk = plan.suggestions.get().pk
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/atelier/propositions/?page=2"}
    answer = client.post(f"/atelier/propositions/{pk}/decision/", {"verdict": "accept"}, headers=headers)
    assert answer["HX-Redirect"] == "/compte/login/?next=/atelier/propositions/%3Fpage%3D2"


def test_an_old_page_gives_the_words_back(item):
    client = Client(enforce_csrf_checks=True)
    client.login(email=make_person("coordinator").email, password=PASSWORD)
    headers = {"referer": "http://testserver/atelier/projet/a1-g1-o1/modifier/"}
    answer = client.post("/atelier/projet/a1-g1-o1/modifier/", {"text": TEXT}, headers=headers)
    assert answer.status_code == 403
    assert f"{TEXT}</textarea>" in answer.content.decode()
    assert 'href="/atelier/projet/a1-g1-o1/modifier/"' in answer.content.decode()
