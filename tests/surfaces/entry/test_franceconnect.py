"""A family enters with FranceConnect: the whole way, against a real provider on loopback, and everything that stops it."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest
import time_machine
from django.core import mail
from django.core.cache import cache

from preau.people.accounts.models import User
from preau.people.audit.models import AuditEvent
from preau.people.households.models import Adult, OutsideLogin
from tests.cast import make_person
from tests.cast.families import make_adult, make_two_homes
from tests.connectors.franceconnect.local_provider import CLIENT, SECRET, local_provider

pytestmark = pytest.mark.django_db
START, ARRIVAL, CODE = (f"/compte/franceconnect/{part}" for part in ("", "arrivee/", "code/"))
LOGIN = "/compte/login/"


@pytest.fixture(autouse=True)
def no_former_attempt():
    cache.clear()


@pytest.fixture
def provider(settings, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with local_provider() as running:
        settings.FRANCECONNECT_URL, settings.FRANCECONNECT_ID, settings.FRANCECONNECT_SECRET = (
            running.url,
            CLIENT,
            SECRET,
        )
        yield running


@pytest.fixture
def salome(db):
    return make_two_homes().adults["Salomé"]


def go(client) -> str:
    """Out and back, as a browser does; the address of return, on this site."""
    there = client.get(START)
    back = urlsplit(httpx.get(there["Location"]).headers["Location"])
    return f"{back.path}?{back.query}"


def come(client):
    return client.get(go(client))


def ask_code(client, email) -> str:
    """The code of the last mail, "" when none was sent."""
    mail.outbox.clear()
    assert client.post(ARRIVAL, {"email": email})["Location"] == CODE
    assert client.get(CODE).status_code == 200
    return re.search(r"\d{6}", mail.outbox[0].body)[0] if mail.outbox else ""


def told(response) -> str:
    return " ".join(str(message) for message in response.wsgi_request._messages)


def test_a_town_that_does_not_offer_it_has_neither_button_nor_address(client, db):
    assert "FranceConnect" not in client.get(LOGIN).content.decode()
    assert client.get(START).status_code == 404


def test_the_button_is_one_way_among_others(client, provider):
    page = client.get(LOGIN).content.decode()
    assert (
        "S’identifier avec FranceConnect" in page
        and "Recevoir un code par courriel" in page
        and "jamais obligatoire" in page
    )


def test_the_first_time_is_proven_by_a_code_and_the_next_is_one_click(client, provider, salome):
    assert come(client)["Location"] == ARRIVAL
    entered = client.post(CODE, {"code": ask_code(client, salome.email)})
    assert entered["Location"] == "/famille/" and client.get("/famille/").status_code == 200
    assert client.post("/compte/logout/")["Location"] == "/compte/franceconnect/sortie/"
    come(client)
    assert "Bonjour Salomé" in client.get(ARRIVAL).content.decode()
    assert client.get("/famille/").status_code == 302
    assert client.post(ARRIVAL)["Location"] == "/famille/"
    assert list(AuditEvent.objects.values_list("verb", flat=True)) == ["login.linked", "account.login", "account.login"]


def test_nothing_is_kept_of_what_franceconnect_says_but_its_identifier(client, provider, salome):
    come(client)
    client.post(CODE, {"code": ask_code(client, salome.email)})
    link = OutsideLogin.objects.get()
    assert (link.adult, link.subject) == (salome, "abc-123")
    assert {field.name for field in OutsideLogin._meta.fields} == {"id", "adult", "provider", "subject", "linked_at"}
    salome.refresh_from_db()
    assert salome.last_name == "Kerbrat"


def test_a_name_alone_opens_nothing_and_says_nothing(client, provider, salome):
    come(client)
    known = client.post(ARRIVAL, {"email": salome.email})
    known_page = client.get(CODE).content
    unknown = client.post(ARRIVAL, {"email": "personne@familles.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])

    def strip(page):
        return re.sub(rb'value="[^"]{60,}"', b"", page)

    assert strip(known_page) == strip(client.get(CODE).content)
    assert len(mail.outbox) == 1 and not OutsideLogin.objects.exists()


def test_the_mailbox_of_somebody_with_another_name_gets_nothing(client, provider, salome):
    provider.person |= {"given_name": "Yann"}
    come(client)
    assert ask_code(client, salome.email) == ""


def test_two_parents_with_one_mailbox_are_told_apart_by_their_first_names(client, provider, salome):
    Adult.objects.filter(first_name="Yann").update(email=salome.email)
    come(client)
    client.post(CODE, {"code": ask_code(client, salome.email)})
    assert OutsideLogin.objects.get().adult == salome


def test_two_files_with_the_same_names_and_mail_are_for_the_desk(client, provider, salome):
    other = make_adult("Salomé Kerbrat", account=False)
    Adult.objects.filter(pk=other.pk).update(email=salome.email)
    come(client)
    assert ask_code(client, salome.email) == ""


def test_who_never_used_the_site_gets_an_account_on_the_way(client, provider):
    mother = make_adult("Salomé Kerbrat", account=False)
    Adult.objects.filter(pk=mother.pk).update(email="salome@familles.example")
    come(client)
    client.post(CODE, {"code": ask_code(client, "salome@familles.example")})
    account = User.objects.get(email="salome@familles.example")
    assert account.as_adult == mother and not account.has_usable_password()


def test_a_professional_does_not_enter_this_way(client, provider):
    agent = make_person("coordinator", name="Salomé Kerbrat")
    mother = make_adult("Salomé Kerbrat", account=False)
    Adult.objects.filter(pk=mother.pk).update(account=agent, email=agent.email)
    come(client)
    assert ask_code(client, agent.email) == ""


def test_a_code_is_guessed_five_times_at_most(client, provider, salome):
    come(client)
    right = ask_code(client, salome.email)
    wrong = "000000" if right != "000000" else "111111"
    answers = [client.post(CODE, {"code": wrong}).status_code for _ in range(5)]
    assert answers == [422, 422, 422, 422, 302]
    assert client.post(CODE, {"code": right}).status_code == 302 and not OutsideLogin.objects.exists()


def test_a_code_is_forgotten_after_ten_minutes(client, provider, salome, now):
    come(client)
    right = ask_code(client, salome.email)
    with time_machine.travel(now + timedelta(minutes=11), tick=False):
        assert client.post(CODE, {"code": right}).status_code == 302
    assert not OutsideLogin.objects.exists()


def test_three_codes_an_hour_then_patience(client, provider, salome, settings):
    come(client)
    answers = [client.post(ARRIVAL, {"email": salome.email}).status_code for _ in range(12)]
    assert answers[-1] == 422 and answers[0] == 302


@pytest.mark.parametrize(
    "lie", ["state", "nonce", "audience", "issuer", "expired", "unsigned", "key", "subject", "cancelled"]
)
def test_a_lie_leads_back_to_the_login_page_with_one_sentence(client, provider, salome, lie):
    provider.lies.add(lie)
    answer = come(client)
    assert answer["Location"] == LOGIN
    sentence = told(answer)
    assert sentence.endswith(".") and client.get(ARRIVAL)["Location"] == LOGIN


def test_the_same_return_is_not_taken_twice(client, provider, salome):
    back = go(client)
    assert client.get(back)["Location"] == ARRIVAL
    assert client.get(back)["Location"] == LOGIN
    assert client.post(ARRIVAL, {"email": salome.email})["Location"] == LOGIN  # nor does what came first stay


def test_the_return_of_somebody_else_opens_nothing_here(client, provider, salome):
    back = go(client)
    from django.test import Client

    assert Client().get(back)["Location"] == LOGIN


def test_a_link_of_an_erased_adult_opens_nothing(client, provider, salome, now):
    OutsideLogin.objects.create(adult=salome, provider="franceconnect", subject="abc-123", linked_at=now)
    Adult.objects.filter(pk=salome.pk).update(erased_on=now.date())
    come(client)
    assert "première fois" in client.get(ARRIVAL).content.decode()


def test_a_closed_account_stays_closed(client, provider, salome, now):
    OutsideLogin.objects.create(adult=salome, provider="franceconnect", subject="abc-123", linked_at=now)
    User.objects.filter(pk=salome.account_id).update(is_active=False)
    come(client)
    assert client.post(ARRIVAL)["Location"] == LOGIN


def test_one_leaves_franceconnect_too(client, provider, salome, now):
    OutsideLogin.objects.create(adult=salome, provider="franceconnect", subject="abc-123", linked_at=now)
    come(client)
    client.post(ARRIVAL)
    client.post("/compte/logout/")
    page = client.get("/compte/franceconnect/sortie/").content.decode()
    leave = re.search(r'href="(http://127[^"]+/end\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert httpx.get(leave).headers["Location"] == "http://testserver/"
    assert client.get("/compte/franceconnect/sortie/")["Location"] == "/"
