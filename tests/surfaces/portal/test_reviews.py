"""A guardian contests from the answer page, keeps a receipt, follows, withdraws; the other home reads nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from preau.offer.campaigns.appealing import answer_appeal
from preau.offer.campaigns.models import Appeal
from preau.people.accounts.hand import Hand
from preau.surfaces.shell.waiting.campaigns import appeals_due, letters_to_post
from tests.cast.campaigns import make_decided
from tests.cast.families import make_two_homes
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def told(time_machine):
    time_machine.move_to(AFTER, tick=False)
    return make_decided(family=make_two_homes(), child="Zélie")


@pytest.fixture
def parents(told):
    application, _mother = told
    clients = {}
    for each in application.child.guardians.select_related("adult__account"):
        clients[each.adult.first_name] = Client()
        clients[each.adult.first_name].force_login(each.adult.account)
    return clients


def _to(name, application, *more):
    return reverse(f"portal:{name}", args=[application.campaign.slug, application.child.key, *more])


def _ask(client, application, **typed):
    facts = {"ground": "data", "words": "L’adresse est fausse."}
    return client.post(_to("wishes_review", application), {**facts, **typed})


def test_asked_followed_and_answered_from_the_space(told, parents):
    application, _mother = told
    client = parents["Salomé"]
    assert "Demander un nouvel examen" in client.get(_to("wishes_answers", application)).content.decode()
    shown = client.get(_to("wishes_review", application)).content.decode()
    assert "avant le 8 février 2027" in shown and "avant le 9 février 2027" in shown
    missing = _ask(client, application, ground="")
    assert missing.status_code == 422 and "L’adresse est fausse." in missing.content.decode()
    assert _ask(client, application).status_code == 302
    assert _ask(client, application).status_code == 422
    appeal = Appeal.objects.get()
    page = client.get(_to("wishes_review", application)).content.decode()
    assert "Réponse de la ville avant le 9 février 2027" in page and "Envoyer ma demande" not in page
    assert "Suivre ma demande" in client.get(_to("wishes_answers", application)).content.decode()
    receipt = client.get(_to("wishes_review_letter", application, appeal.key, "recepisse"))
    assert receipt.content.startswith(b"%PDF")
    assert client.get(_to("wishes_review_letter", application, appeal.key, "reponse")).status_code == 404
    assert client.get(_to("wishes_review_letter", application, appeal.key, "autre")).status_code == 404
    agent = make_person("family_agent")
    assert appeals_due([agent], AFTER.date())[agent.pk][0].due_on == appeal.due_on
    assert letters_to_post([agent], AFTER.date()) == {}
    answer_appeal(appeal, result="upheld", outcome="Vous aviez raison.", hand=Hand(agent, AFTER))
    page = client.get(_to("wishes_review", application)).content.decode()
    assert "La décision est revue" in page and "Vous aviez raison." in page
    assert client.get(_to("wishes_review_letter", application, appeal.key, "reponse")).content.startswith(b"%PDF")
    client.post(_to("wishes_review_withdrawal", application, appeal.key))
    assert Appeal.objects.get().withdrawn_on is None


def test_the_other_home_reads_nothing_of_it_and_may_ask_too(told, parents):
    application, _mother = told
    assert _ask(parents["Salomé"], application).status_code == 302
    appeal, other = Appeal.objects.get(), parents["Yann"]
    page = other.get(_to("wishes_review", application)).content.decode()
    assert "adresse est fausse" not in page and "Envoyer ma demande" in page
    assert other.get(_to("wishes_review_letter", application, appeal.key, "recepisse")).status_code == 404
    assert other.post(_to("wishes_review_withdrawal", application, appeal.key)).status_code == 404
    assert _ask(other, application, words="De mon côté.").status_code == 302


def test_withdrawn_by_one_tap_and_asked_again(told, parents):
    application, _mother = told
    client = parents["Salomé"]
    _ask(client, application)
    client.post(_to("wishes_review_withdrawal", application, Appeal.objects.get().key))
    assert "Demande retirée" in client.get(_to("wishes_review", application)).content.decode()
    assert _ask(client, application).status_code == 302


def test_the_letter_is_the_parent_s_own(told, parents):
    application, _mother = told
    for client in parents.values():
        letter = client.get(_to("wishes_letter", application))
        assert letter.content.startswith(b"%PDF") and "no-store" in letter.headers["Cache-Control"]
