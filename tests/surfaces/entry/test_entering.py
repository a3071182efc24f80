"""How people enter, and how those who try are kept out."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.cache import cache

from preau.people.accounts.models import User
from preau.people.audit.models import AuditEvent
from preau.people.organisations.models import Commune
from tests.cast import PASSWORD, make_commune, make_person, make_plan

pytestmark = pytest.mark.django_db
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture(autouse=True)
def no_former_attempt():
    cache.clear()


def enter(client, email: str, password: str = PASSWORD):
    return client.post("/compte/login/", {"login": email, "password": password})


def verbs() -> list[str]:
    return list(AuditEvent.objects.order_by("number").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("part", "place"), [("coordinator", "/atelier/"), ("contributor", "/atelier/"), ("elected", "/pilotage/")]
)
def test_each_role_lands_on_its_own_page(client, part, place):
    answer = enter(client, make_person(part).email)
    assert (answer.status_code, answer.headers["Location"]) == (302, place)
    assert verbs() == ["account.login"]


def test_person_comes_back_to_the_page_they_asked_for(client):
    answer = client.post(
        "/compte/login/?next=/pilotage/", {"login": make_person("coordinator").email, "password": PASSWORD}
    )
    assert answer.headers["Location"] == "/pilotage/"


def test_nobody_is_sent_to_another_site(client):
    data = {"login": make_person("coordinator").email, "password": PASSWORD, "next": "https://ailleurs.example/"}
    assert client.post("/compte/login/", data).headers["Location"] == "/atelier/"


def test_wrong_password_gets_a_sentence_and_an_entry_without_the_address(client):
    answer = enter(client, make_person("coordinator").email, "faux")
    assert answer.status_code == 200
    assert 'class="error-summary' in answer.content.decode()
    event = AuditEvent.objects.get(verb="account.login_failed")
    assert "essai.example" not in str(event.content())


def test_known_and_unknown_addresses_get_the_same_answer(client):
    known = enter(client, make_person("coordinator").email, "faux").content.decode()
    unknown = enter(client, "personne@essai.example", "faux").content.decode()

    def words(page: str) -> str:
        return re.sub(r'value="[^"]*"|name="csrfmiddlewaretoken"[^>]*', "", page)

    assert words(known) == words(unknown)


def test_too_many_attempts_wait(client):
    """Five failures on one account: even the right password waits, and the form says why."""
    email = make_person("coordinator").email
    for number in range(6):
        enter(client, email, f"faux {number}")
    refused = enter(client, email, PASSWORD)
    assert refused.status_code == 200
    assert "_auth_user_id" not in client.session
    assert "error-summary" in refused.content.decode()


def test_too_many_requests_from_one_place_get_the_page_that_says_wait(client):
    statuses = [enter(client, f"personne{number}@essai.example", "faux") for number in range(31)]
    assert statuses[-1].status_code == 429
    assert "Votre compte n’est pas bloqué" in statuses[-1].content.decode()


def test_person_enters_with_a_mailed_code(client):
    nadia = make_person("coordinator")
    client.post("/compte/login/code/", {"email": nadia.email})
    [message] = mail.outbox
    assert message.to == [nadia.email]
    assert message.subject == "Votre code de connexion"
    code = re.search(r"^ {4}(\S+)$", message.body, re.MULTILINE)[1]
    answer = client.post("/compte/login/code/confirm/", {"code": code})
    assert answer.headers["Location"] == "/atelier/"


def test_code_mail_says_nothing_of_the_person(client):
    nadia = make_person("coordinator")
    client.post("/compte/login/code/", {"email": nadia.email})
    for word in ("Nadia", "Benhaddou", "coordination", nadia.email):
        assert word not in mail.outbox[0].body


def test_unknown_address_that_asks_for_a_code_sees_the_same_page(client):
    known = client.post("/compte/login/code/", {"email": make_person("coordinator").email})
    unknown = client.post("/compte/login/code/", {"email": "personne@essai.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_wrong_codes_end_the_attempt(client):
    client.post("/compte/login/code/", {"email": make_person("coordinator").email})
    for _ in range(6):
        answer = client.post("/compte/login/code/confirm/", {"code": "000000"})
    assert answer.status_code in (302, 429)
    assert "_auth_user_id" not in client.session


def test_nobody_opens_an_account_alone(client):
    answer = client.post("/compte/signup/", {"email": "a@b.example", "password1": PASSWORD, "password2": PASSWORD})
    assert "ouverts par la ville" in answer.content.decode()
    assert not User.objects.exists()


def test_visitor_of_the_fictional_town_enters_in_one_click(client):
    Commune.objects.create(name="Fictive", insee_code="92999", is_fictional=True)
    nadia = make_person("coordinator")
    User.objects.update(is_demo=True)
    assert client.post("/compte/demonstration/", {"email": nadia.email}).headers["Location"] == "/atelier/"


@pytest.mark.parametrize(("fictional", "demo"), [(False, True), (True, False), (False, False)])
def test_in_a_real_town_the_one_click_door_does_not_exist(client, fictional, demo):
    make_commune()
    Commune.objects.update(is_fictional=fictional)
    nadia = make_person("coordinator")
    User.objects.update(is_demo=demo)
    assert client.post("/compte/demonstration/", {"email": nadia.email}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_leaving_asks_for_a_post(client):
    client.force_login(make_person("coordinator"))
    assert client.get("/compte/logout/").status_code == 200
    assert client.post("/compte/logout/").headers["Location"] == "/"
    assert client.get("/atelier/").status_code == 302


def test_person_turns_on_a_second_factor_and_is_asked_for_it(client):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    nadia = make_person("coordinator")
    enter(client, nadia.email)
    client.post("/compte/reauthenticate/", {"password": PASSWORD})
    page = client.get("/compte/2fa/totp/activate/")
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    client.post("/compte/2fa/totp/activate/", {"code": code})
    client.post("/compte/logout/")
    answer = enter(client, nadia.email)
    assert answer.headers["Location"].startswith("/compte/2fa/authenticate/")
    assert client.get("/atelier/").status_code == 302


@pytest.mark.parametrize("path", ["/", "/projet/", "/compte/login/", "/nulle-part/", "/api/plan"])
def test_every_answer_carries_the_headers_that_protect(client, path):
    make_plan(shown=True)
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_what_a_logged_in_person_saw_is_not_kept_by_the_browser(client):
    client.force_login(make_person("coordinator"))
    assert "no-store" in client.get("/atelier/").headers["Cache-Control"]


def test_cookies_can_t_be_read_by_scripts(client):
    cookies = enter(client, make_person("coordinator").email).cookies
    assert cookies["sessionid"]["httponly"]
    assert cookies["sessionid"]["samesite"] == "Lax"


def test_form_without_its_token_is_refused_in_human_words():
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/compte/login/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "ouverte depuis trop longtemps" in answer.content.decode()


def test_error_of_ours_is_told_without_the_database(client, django_assert_num_queries):
    from django.test import RequestFactory

    from preau.surfaces.shell.errors import server_error

    with django_assert_num_queries(0):
        page = server_error(RequestFactory().get("/"))
    assert page.status_code == 500
    assert "de notre côté" in page.content.decode()


def test_a_page_that_would_write_on_get_is_stopped():
    from django.db import connection

    from preau.surfaces.shell.access import WriteInGet, refuse_writes

    with connection.execute_wrapper(refuse_writes), pytest.raises(WriteInGet):
        make_commune()


def test_nobody_changes_their_own_address(client):
    client.force_login(make_person("coordinator"))
    assert client.get("/compte/email/").headers["Location"] == "/compte/"
    client.post("/compte/email/", {"email": "autre@essai.example", "action_add": ""})
    assert not User.objects.filter(email="autre@essai.example").exists()
