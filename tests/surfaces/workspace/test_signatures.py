"""Signing on the screen: on paper with its scan, or here once one has proved who one is."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from preau.cooperation.agreements.models import Signature
from preau.cooperation.agreements.signing import record_paper
from preau.people.accounts.hand import Hand
from preau.plan.versions.models import PlanVersion
from tests.cast import PASSWORD, make_organisation, make_person
from tests.cast.agreements import (
    CAF,
    TOWN,
    ink,
    make_voted_agreement,
    party_of,
    sign_all,
)


@pytest.fixture(autouse=True)
def no_former_attempt():
    cache.clear()


@pytest.fixture
def hand(coordinator, now):
    return Hand(coordinator.person, now)


@pytest.fixture
def agreement(hand):
    return make_voted_agreement(hand=hand)


@pytest.fixture
def mayor(agreement, client):
    """The browser of the person who signs for the town."""
    person = party_of(agreement, TOWN).signatory
    client.force_login(person)
    client.person = person
    return client


def scan(name: str = "signee.pdf", content: bytes = b"%PDF-1.7 signature") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def home(agreement) -> str:
    return reverse("workspace:agreement", args=[agreement.pk])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Indiquez le nom"),
        ({"signed_on": "2026-11-16"}, "vient après le vote"),
        ({"signed_on": "2026-11-25"}, "vient après le vote"),
        ({"scan": None}, "Joignez la convention signée"),
        ({"scan": ("x.pdf", b"rien")}, "n’est pas accepté"),
        ({"scan": ("x.docm", b"PK")}, "trompeur"),
    ],
)
def test_a_paper_signature_that_is_wrong_is_said_at_its_field(coordinator, agreement, change, sentence):
    data = {"name": "Odile Caron", "office": "directrice", "signed_on": "2026-11-18", "scan": ("x.pdf", b"%PDF-1.7")}
    data |= change
    data["scan"] = scan(*data["scan"]) if data["scan"] else ""
    answer = coordinator.post(reverse("workspace:paper_signature", args=[party_of(agreement, CAF).pk]), data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Signature.objects.count() == 0


def test_a_signature_is_corrected_with_a_reason_and_the_old_one_stays(coordinator, agreement, hand):
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    address = reverse("workspace:signature_cancelling", args=[signature.pk])
    assert coordinator.post(address, {"reason": ""}).status_code == 422
    coordinator.post(address, {"reason": "le scan est celui d’une autre convention"})
    page = page_of(coordinator, home(agreement))
    assert "le scan est celui d’une autre convention" in page
    assert "Il manque 3 signatures sur 3" in page
    assert coordinator.get(reverse("workspace:signature_scan", args=[signature.pk])).status_code == 200


def test_once_all_have_signed_there_is_nothing_to_correct(coordinator, agreement, hand):
    sign_all(agreement, hand=hand)
    address = reverse("workspace:signature_cancelling", args=[Signature.objects.first().pk])
    assert "ne se corrige plus" in coordinator.post(address, {"reason": "x"}, follow=True).content.decode()


def sign(client, agreement, **changes):
    party = party_of(agreement, TOWN)
    seen = agreement.texts.get().fingerprint
    data = {"seen": seen, "office": "maire", "password": PASSWORD, "agreed": "on", **changes}
    return client.post(reverse("workspace:signature", args=[party.pk]), data)


def test_the_mayor_reads_then_signs_with_their_password(mayor, agreement):
    page = page_of(mayor, home(agreement))
    assert "Signer pour : Ville de Bourg-la-Fontaine" in page
    page = page_of(mayor, reverse("workspace:signature", args=[party_of(agreement, TOWN).pk]))
    assert agreement.texts.get().fingerprint in page
    assert "Article 1" in page
    answer = sign(mayor, agreement)
    assert answer.headers["Location"] == home(agreement)
    signature = Signature.objects.get()
    assert (signature.way, signature.signed_by, signature.sha256) == (
        "electronic",
        mayor.person,
        agreement.texts.get().fingerprint,
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "autre chose"}, "pas votre mot de passe"),
        ({"password": ""}, "Tapez votre mot de passe"),
        ({"agreed": ""}, "Cochez la case"),
        ({"office": ""}, "Indiquez votre fonction"),
    ],
)
def test_a_signature_without_proof_or_commitment_is_not_one(mayor, agreement, changes, sentence):
    answer = sign(mayor, agreement, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Signature.objects.count() == 0


def test_passwords_are_not_guessed_here_either(mayor, agreement):
    answers = [sign(mayor, agreement, password=f"essai {n}").content.decode() for n in range(7)]
    assert "pas votre mot de passe" in answers[0]
    assert "pas votre mot de passe" not in answers[-1]
    assert Signature.objects.count() == 0


def test_words_that_changed_since_they_were_read_are_read_again(mayor, agreement):
    answer = sign(mayor, agreement, seen="0" * 64)
    assert answer.headers["Location"] == reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert Signature.objects.count() == 0


@pytest.fixture
def without_password(mayor):
    mayor.person.set_unusable_password()
    mayor.person.save()
    mayor.force_login(mayor.person)
    return mayor


def log_in_by_code(client) -> None:
    client.post("/compte/login/code/", {"email": client.person.email})
    code = re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.MULTILINE)[1]
    client.post("/compte/login/code/confirm/", {"code": code})


def test_without_a_password_one_logs_in_again_first(without_password, agreement):
    client = without_password
    party = party_of(agreement, TOWN)
    assert "Me reconnecter" in page_of(client, reverse("workspace:signature", args=[party.pk]))
    assert sign(client, agreement).status_code == 200
    assert Signature.objects.count() == 0
    client.post(reverse("workspace:signature_login", args=[party.pk]))
    log_in_by_code(client)
    assert sign(client, agreement).status_code == 302
    assert Signature.objects.get().signed_by == client.person


def test_a_login_of_eleven_minutes_ago_proves_nothing(without_password, agreement, now):
    client = without_password
    client.logout()
    log_in_by_code(client)
    with time_machine.travel(now + timedelta(minutes=11), tick=False):
        assert sign(client, agreement).status_code == 200
    assert Signature.objects.count() == 0


def test_logging_in_again_comes_back_to_the_signature(mayor, agreement):
    party = party_of(agreement, TOWN)
    answer = mayor.post(reverse("workspace:signature_login", args=[party.pk]))
    assert answer.headers["Location"] == (
        f"/compte/login/code/?next=%2Fatelier%2Fconventions%2Fsignataires%2F{party.pk}%2Fsignature%2F"
    )
    assert mayor.get("/atelier/").status_code == 302


def test_signing_twice_says_so(mayor, agreement):
    sign(mayor, agreement)
    address = reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert "rien à signer" in mayor.get(address, follow=True).content.decode()
    assert "rien à signer" in mayor.post(address, {"seen": "x"}, follow=True).content.decode()


def test_a_text_that_was_tampered_with_is_shown_as_such_and_nobody_signs(mayor, agreement):
    content = agreement.version.content
    content["items"][0]["text"] = "Tout autre chose"
    PlanVersion.objects.filter(pk=agreement.version_id).update(content=content)
    assert "Le projet cité n’est pas celui qui a été adopté." in page_of(mayor, home(agreement))
    assert "Personne ne peut signer" in page_of(
        mayor, reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    )
    sign(mayor, agreement)
    assert Signature.objects.count() == 0


def test_the_coordinator_records_signatures_and_does_not_sign(coordinator, agreement):
    address = reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert coordinator.get(address).status_code == 403
    assert sign(coordinator, agreement).status_code == 403


def test_a_colleague_of_the_same_institution_reads_and_does_not_sign(agreement, client):
    town = make_organisation(TOWN)
    client.force_login(make_person("elected", name="Martine Leroux", organisation=town))
    assert sign(client, agreement).status_code == 403
