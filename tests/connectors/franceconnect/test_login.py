"""A whole login against a real provider on loopback, honest first, then lying in every way that matters."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from preau.connectors.franceconnect import FranceConnect, LoginRefusal, LoginRefused
from preau.connectors.franceconnect.client import SCOPES

from .conftest import LEAVE, RETURN
from .local_provider import CLIENT, SECRET


@pytest.fixture
def log_in(client_of, browse):
    def logging_in():
        url, attempt = client_of.begin()
        return client_of.finish(browse(url), attempt, now=int(time.time()))

    return logging_in


def refused(act) -> LoginRefusal:
    with pytest.raises(LoginRefused) as met:
        act()
    assert str(met.value.reason.label).endswith(".")
    return met.value.reason


def test_a_person_comes_back_with_the_least_that_recognises_them(log_in, provider):
    person = log_in()
    assert (person.subject, person.given_names, person.family_names) == (
        "abc-123",
        ("Salomé", "Anne"),
        ("Kerbrat", "Le Goff"),
    )
    assert provider.asked["scope"] == SCOPES and "birthdate" not in SCOPES and "email" not in SCOPES


def test_each_login_has_its_own_state_nonce_and_proof(client_of):
    first, second = client_of.begin()[1], client_of.begin()[1]
    assert {first.state, first.nonce, first.verifier}.isdisjoint({second.state, second.nonce, second.verifier})


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        ("state", LoginRefusal.NOT_ASKED),
        ("nonce", LoginRefusal.NOT_TRUSTED),
        ("no nonce", LoginRefusal.NOT_TRUSTED),
        ("issuer", LoginRefusal.NOT_TRUSTED),
        ("audience", LoginRefusal.NOT_TRUSTED),
        ("expired", LoginRefusal.TOO_LATE),
        ("unsigned", LoginRefusal.NOT_TRUSTED),
        ("shared secret", LoginRefusal.NOT_TRUSTED),
        ("key", LoginRefusal.NOT_TRUSTED),
        ("subject", LoginRefusal.NOT_TRUSTED),
        ("key of the person", LoginRefusal.NOT_TRUSTED),
        ("audience of the person", LoginRefusal.NOT_TRUSTED),
        ("issuer of the description", LoginRefusal.NOT_TRUSTED),
        ("endpoint in clear", LoginRefusal.NOT_TRUSTED),
        ("cancelled", LoginRefusal.CANCELLED),
    ],
)
def test_a_lie_lets_nobody_in(log_in, provider, lie, reason):
    provider.lies.add(lie)
    assert refused(log_in) == reason


def test_a_person_who_is_not_signed_is_heard_over_the_connection_itself(log_in, provider):
    provider.lies.add("plain person")
    assert log_in().subject == "abc-123"


def test_a_code_serves_once(client_of, browse):
    url, attempt = client_of.begin()
    answer = browse(url)
    client_of.finish(answer, attempt, now=int(time.time()))
    assert refused(lambda: client_of.finish(answer, attempt, now=int(time.time()))) == LoginRefusal.NOT_TRUSTED


def test_a_stolen_code_is_worth_nothing_without_its_proof(client_of, browse):
    url, attempt = client_of.begin()
    thief = replace(attempt, verifier="x" * 64)
    assert refused(lambda: client_of.finish(browse(url), thief, now=int(time.time()))) == LoginRefusal.NOT_TRUSTED


def test_an_answer_nobody_asked_for(client_of):
    assert refused(lambda: client_of.finish({"code": "x", "state": ""}, None, now=0)) == LoginRefusal.NOT_ASKED


def test_an_answer_of_another_issuer(client_of, browse):
    url, attempt = client_of.begin()
    answer = {**browse(url), "iss": "https://elsewhere.example"}
    assert refused(lambda: client_of.finish(answer, attempt, now=int(time.time()))) == LoginRefusal.NOT_TRUSTED


def test_a_wrong_secret_lets_nobody_in(provider, browse):
    wrong = FranceConnect(provider.url, client_id=CLIENT, secret="another", return_to=RETURN, leave_to=LEAVE)
    url, attempt = wrong.begin()
    assert refused(lambda: wrong.finish(browse(url), attempt, now=int(time.time()))) == LoginRefusal.NOT_TRUSTED


def test_nobody_at_the_other_end():
    away = FranceConnect("http://127.0.0.1:9", client_id=CLIENT, secret=SECRET, return_to=RETURN, leave_to=LEAVE)
    assert refused(away.begin) == LoginRefusal.AWAY


def test_one_leaves_there_too(client_of, log_in):
    url = client_of.goodbye(log_in().id_token)
    assert "/end?id_token_hint=" in url and "post_logout_redirect_uri" in url
