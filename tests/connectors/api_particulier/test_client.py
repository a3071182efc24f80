"""The client against a fake of the service: what it sends, how long it insists, what it makes of a bad day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from preau.connectors.api_particulier import ApiParticulier, quotient_provider
from preau.connectors.api_particulier.client import InsecureHost
from preau.people.households.lookup import LookupFailed, LookupFailure

from .fake_server import SIRET, TOKEN


def failed(act) -> LookupFailed:
    with pytest.raises(LookupFailed) as met:
        act()
    return met.value


def test_a_family_is_found_with_its_month_and_who_is_in_the_file(client, salome):
    found = client.ask(salome)
    assert (found.value, found.provider, found.month) == (640, "CNAF", date(2026, 11, 1))
    assert [(person.name, person.born) for person in found.children] == [("ZELIE KERBRAT", "2018-03-14")]


def test_a_question_names_the_town_and_carries_the_token_once(client, fake, salome):
    client.ask(salome)
    [(path, pairs, authorization)] = fake.asked
    assert path == "/v3/dss/quotient_familial/identite" and authorization == f"Bearer {TOKEN}"
    assert ("recipient", SIRET) in pairs and ("prenoms[]", "SALOME") in pairs
    assert {name for name, _ in pairs}.isdisjoint({"nomUsage", "nomCommuneNaissance", "annee"})


def test_a_month_can_be_asked_about(client, fake, salome):
    failed(lambda: client.ask(salome, month=date(2026, 3, 17)))
    assert {("annee", "2026"), ("mois", "3")} <= set(fake.asked[0][1])


def test_a_birth_place_is_a_code_or_a_name_or_a_country(client, fake, salome):
    failed(lambda: client.ask(replace(salome, commune="", commune_name="Quimper", departement="29")))
    failed(lambda: client.ask(replace(salome, country="99341", commune="99998", departement="29")))
    told = [dict(pairs) for _, pairs, _ in fake.asked]
    assert told[0]["nomCommuneNaissance"] == "Quimper" and "codeCogInseeCommuneNaissance" not in told[0]
    assert told[1]["codeCogInseePaysNaissance"] == "99341" and "codeCogInseeCommuneNaissance" not in told[1]


@pytest.mark.parametrize("status", [429, 502, 504])
def test_a_bad_moment_is_tried_once_more(client, fake, waits, salome, status):
    fake.next.append((status, {"errors": []}, {}))
    assert client.ask(salome).value == 640
    assert waits == [1.0] and len(fake.asked) == 2


@pytest.mark.parametrize(("told", "waited"), [("3", 3.0), ("600", 5.0), ("Thu, 26 Nov 2026 08:00:00 GMT", 1.0)])
def test_it_waits_as_it_is_told_but_never_long(client, fake, waits, salome, told, waited):
    fake.next.append((429, {"errors": []}, {"Retry-After": told}))
    client.ask(salome)
    assert waits == [waited]


def test_it_insists_once_only(client, fake, waits, salome):
    fake.next += [(502, {"errors": []}, {})] * 3
    assert failed(lambda: client.ask(salome)).failure == LookupFailure.AWAY
    assert len(fake.asked) == 2 and len(waits) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 500, 503])
def test_the_rest_is_not_insisted_upon(client, fake, salome, status):
    fake.next.append((status, {"errors": [{"code": "1"}]}, {}))
    failed(lambda: client.ask(salome))
    assert len(fake.asked) == 1


def test_a_wrong_token_is_our_fault(fake, salome):
    wrong = ApiParticulier(fake.url, token="another", recipient=SIRET)
    assert failed(lambda: wrong.ask(salome)).failure == LookupFailure.OUR_FAULT


def test_a_refused_parameter_is_named_after_our_field(client, salome):
    met = failed(lambda: client.ask(replace(salome, sex="")))
    assert (met.failure, met.field) == (LookupFailure.WRONG_FIELD, "sex")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b'{"data": {}}',
        b'{"data": {"quotient_familial": {"valeur": "640"}}}',
        b"x" * 300_000,
    ],
)
def test_what_is_not_an_answer_is_not_read_as_one(client, fake, salome, body):
    fake.next.append((200, body, {}))
    assert failed(lambda: client.ask(salome)).failure == LookupFailure.UNREADABLE


def test_a_redirection_is_not_followed_with_the_token(client, fake, salome):
    fake.next.append((302, b"", {"Location": f"{fake.url}/elsewhere"}))
    assert failed(lambda: client.ask(salome)).failure == LookupFailure.OUR_FAULT
    assert len(fake.asked) == 1


def test_nobody_at_the_other_end(salome):
    nobody = ApiParticulier("http://127.0.0.1:9", token=TOKEN, recipient=SIRET)
    assert failed(lambda: nobody.ask(salome)).failure == LookupFailure.AWAY


def test_an_identity_never_travels_in_clear():
    with pytest.raises(InsecureHost):
        ApiParticulier("http://particulier.example", token=TOKEN, recipient=SIRET)


def test_it_is_off_until_the_town_has_a_token_and_a_number(settings):
    assert quotient_provider() is None
    settings.API_PARTICULIER_TOKEN = TOKEN
    assert quotient_provider() is None
    settings.API_PARTICULIER_SIRET = SIRET
    assert isinstance(quotient_provider(), ApiParticulier)
