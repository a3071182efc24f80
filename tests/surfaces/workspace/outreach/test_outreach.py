"""Going towards families on screen: the referent alone sees names; the others see what is done, without one."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from preau.offer.outreach.models import OutreachLine, OutreachList, OutreachReferent
from preau.people.households.models import FileReading
from tests.cast import make_person
from tests.cast.outreach import NOW, make_list, make_quarter, make_referent, the

HOME, OPENING = "/atelier/aller-vers/", "/atelier/aller-vers/ouverture/"
SENT = {"quartier": "", "age": "6-10", "quotient": "", "offre": "Le club de lecture", "raison": "On les voit peu."}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def referent(client):
    row = make_referent()
    client.force_login(row.user)
    return client


def _list() -> OutreachList:
    make_quarter(12)
    return make_list()


def test_a_referent_opens_a_list_and_reads_whom_to_call(referent):
    make_quarter(12)
    answer = referent.post(OPENING, SENT, follow=True)
    assert "12 enfants, leurs familles à appeler" in answer.text
    assert "Enfant port-3" in answer.text and "06 00 00 00 00" in answer.text


def test_what_was_typed_stays_when_a_list_is_refused(referent):
    make_quarter(3)
    answer = referent.post(OPENING, SENT)
    assert answer.status_code == 422
    assert "trop peu d’enfants pour être nommé" in answer.text
    assert "On les voit peu." in answer.text and not OutreachList.objects.exists()


@pytest.mark.parametrize("missing", ["offre", "raison"])
def test_a_list_without_a_reason_or_an_offer_is_refused(referent, missing):
    make_quarter(12)
    answer = referent.post(OPENING, {**SENT, missing: ""})
    assert answer.status_code == 422 and not OutreachList.objects.exists()


def test_reading_the_list_again_later_is_another_reading(referent):
    made = _list()
    assert FileReading.objects.count() == 12
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        assert referent.get(f"{HOME}{made.key}/").status_code == 200
    assert FileReading.objects.filter(part="outreach").count() == 24


@pytest.mark.parametrize("part", ["administrator", "coordinator", "data_officer", "another agent"])
def test_nobody_else_finds_the_list(client, part):
    make_referent()
    made = _list()
    line = made.lines.first()
    client.force_login(make_person("family_agent", name="Autre Agente") if part == "another agent" else the(part))
    assert client.get(f"{HOME}{made.key}/").status_code == 404
    assert client.get(f"{HOME}{made.key}/fermeture/").status_code == 404
    assert client.post(f"{HOME}{made.key}/fermeture/").status_code == 404
    assert client.post(f"{HOME}{made.key}/lignes/{line.pk}/", {"outcome": "reached"}).status_code == 404
    page = client.get(HOME).text
    assert "Enfant port" not in page and "Le club de lecture" in page
    assert not OutreachLine.objects.exclude(outcome="").exists()


def test_an_answer_is_noted_and_the_line_moves(referent):
    made = _list()
    line = made.lines.first()
    answer = referent.post(f"{HOME}{made.key}/lignes/{line.pk}/", {"outcome": "reached", "barrier": "not_known"})
    assert answer.headers["Location"] == f"{HOME}{made.key}/#enfant-{line.pk}"
    page = referent.get(f"{HOME}{made.key}/").text
    assert "11 enfants, leurs familles à appeler" in page and "famille jointe" in page


@pytest.mark.parametrize("sent", [{}, {"outcome": "perhaps"}, {"outcome": "reached", "barrier": "lazy"}])
def test_an_answer_that_makes_no_sense_is_refused_in_a_sentence(referent, sent):
    made = _list()
    line = made.lines.first()
    answer = referent.post(f"{HOME}{made.key}/lignes/{line.pk}/", sent, follow=True)
    assert "Choisissez la suite de cet appel" in answer.text
    assert not OutreachLine.objects.exclude(outcome="").exists()


def test_a_line_of_another_list_is_not_found(referent):
    made = _list()
    assert referent.post(f"{HOME}{made.key}/lignes/999999/", {"outcome": "reached"}).status_code == 404


def test_closing_asks_first_then_erases(referent):
    made = _list()
    assert "Les noms s’effacent tout de suite" in referent.get(f"{HOME}{made.key}/fermeture/").text
    assert OutreachLine.objects.count() == 12
    referent.post(f"{HOME}{made.key}/fermeture/")
    assert not OutreachLine.objects.exists()
    assert referent.get(f"{HOME}{made.key}/").status_code == 404


def test_after_its_last_day_the_list_is_gone_for_its_referent(referent):
    made = _list()
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        referent.force_login(made.referent.user)
        assert referent.get(f"{HOME}{made.key}/").status_code == 404


def test_an_administrator_designates_then_ends(client):
    agent = make_person("family_agent")
    client.force_login(the("administrator"))
    sent = {"person": agent.pk, "basis": "note du 2 novembre", "ends_on": "2026-12-31"}
    assert client.post(f"{HOME}referents/ajout/", sent).status_code == 302
    row = OutreachReferent.objects.get()
    assert str(row.ends_on) == "2026-12-31"
    client.post(f"{HOME}referents/{row.pk}/fin/")
    row.refresh_from_db()
    assert row.ends_on == NOW.date()


def test_a_day_that_has_passed_is_refused_and_the_basis_stays(client):
    agent = make_person("family_agent")
    client.force_login(the("administrator"))
    sent = {"person": agent.pk, "basis": "note du 2 novembre", "ends_on": "2026-01-01"}
    answer = client.post(f"{HOME}referents/ajout/", sent)
    assert answer.status_code == 422 and "note du 2 novembre" in answer.text


def test_an_agent_who_is_no_referent_opens_no_form(client):
    client.force_login(make_person("family_agent"))
    assert client.get(HOME).status_code == 200
    assert client.get(OPENING).status_code == 403
    assert client.post(OPENING, SENT).status_code == 403


def test_results_of_a_few_are_not_told(client):
    make_referent()
    made = _list()
    for line in made.lines.all()[:3]:
        OutreachLine.objects.filter(pk=line.pk).update(outcome="reached", answered_at=NOW)
    client.force_login(made.referent.user)
    client.post(f"{HOME}{made.key}/fermeture/")
    client.force_login(the("coordinator"))
    assert "jamais un petit nombre" in client.get(HOME).text
