"""The public form of an association: what is typed is kept, programs are thanked, a link confirms."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache

from preau.offer.providers.models import JoinRequest
from tests.cast import make_commune, make_person

pytestmark = pytest.mark.django_db
FORM = "/associations/rejoindre/"
SENT = {
    "name": "Échecs du fleuve",
    "rna": "W 929 990 001",
    "siren": "",
    "purpose": "Apprendre les échecs aux enfants.",
    "person": "Tarek Mansouri",
    "email": "tarek@essai.example",
    "surname": "",
}


@pytest.fixture(autouse=True)
def town(db):
    cache.clear()
    return make_commune()


def text(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_an_association_asks_confirms_and_is_told_what_comes_next(client, django_capture_on_commit_callbacks):
    make_person("agent")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(FORM, SENT)
    assert answer.headers["Location"] == f"{FORM}envoi/"
    link = re.search(rf"{FORM}[\w-]+/", mail.outbox[0].body)[0]
    assert "Oui, c’est moi" in text(client.get(link))
    assert JoinRequest.objects.get().state == "sent"
    answer = client.post(link)
    assert "C’est confirmé" in text(answer)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "C’est confirmé" in text(client.get(link))
    assert JoinRequest.objects.get().state == "confirmed"
    answer = client.post(FORM, SENT)
    assert (answer.status_code, "déjà à la lecture" in text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"rna": "", "siren": ""}, "Donnez le numéro RNA ou le numéro SIREN"),
        ({"rna": "X12"}, "commence par W"),
        ({"siren": "123 456 789"}, "n’existe pas"),
        ({"email": "tarek"}, "n’est pas complète"),
        ({"purpose": ""}, "ce que fait l’association"),
        ({"name": "x" * 161}, "160"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(client, typed, words):
    answer = client.post(FORM, {**SENT, **typed})
    assert answer.status_code == 422
    assert words in text(answer).replace("\u00a0", " ")
    assert "Tarek Mansouri" in text(answer)
    assert not JoinRequest.objects.exists()


def test_a_siret_gives_its_siren(client):
    client.post(FORM, {**SENT, "rna": "", "siren": "732 829 320 00074"})
    assert JoinRequest.objects.get().siren == "732829320"


def test_a_program_is_thanked_and_nothing_is_kept(client):
    assert client.post(FORM, {**SENT, "surname": "Bot"}).headers["Location"] == f"{FORM}envoi/"
    assert not JoinRequest.objects.exists()
    assert mail.outbox == []


def test_too_many_requests_are_asked_to_wait_and_keep_their_words(client):
    answers = [client.post(FORM, SENT).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    answer = client.post(FORM, SENT)
    assert "Réessayez dans une heure" in text(answer)
    assert "Apprendre les échecs" in text(answer)


def test_a_link_that_is_nobody_s_says_what_to_do(client):
    for answer in (client.get(f"{FORM}inconnu/"), client.post(f"{FORM}inconnu/")):
        assert (answer.status_code, "Refaire la demande" in text(answer)) == (404, True)


def test_the_reasons_of_a_refusal_are_read_beforehand(client):
    page = text(client.get(FORM))
    assert "son but est commercial" in page
    assert "vend un produit ou cherche des clients" in page
