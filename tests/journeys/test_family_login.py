"""A parent who has no password: a code by mail, a passkey on the phone, then in by the key, by a code, by a spare code."""

from __future__ import annotations

import re

import pytest
from django.core import mail

from tests.cast.families import make_two_homes
from tests.journeys.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def parent(db):
    account = make_two_homes().adults["Salomé"].account
    account.set_unusable_password()
    account.save()
    return account


@pytest.fixture
def phone(page_at):
    """A telephone whose browser holds a key that says yes to everything."""
    page = page_at(width=390)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def by_code(page, parent) -> None:
    """Asks for a code by mail and types it."""
    page.goto("/compte/login/code/")
    assert_accessible(page)
    page.fill("input[name=email]", parent.email)
    page.press("input[name=email]", "Enter")
    page.wait_for_url("**/login/code/confirm/")
    assert_accessible(page)
    told = re.search(r"^\s*([A-Z0-9]{4,}-?[A-Z0-9]*)\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert told, mail.outbox[-1].body
    page.fill("input[name=code]", told[1])
    page.press("input[name=code]", "Enter")
    page.wait_for_url(lambda url: "/login/code/" not in url)


def leave(page) -> None:
    page.goto("/famille/")
    page.click("details.account-menu summary")
    page.click("details.account-menu form[action$='logout/'] button")
    page.wait_for_url(lambda url: url.count("/") == 3)


def test_parent_adds_a_passkey_and_enters_with_it_then_with_a_code_and_a_spare_one(phone, parent):
    by_code(phone, parent)
    phone.wait_for_url("**/famille/")
    phone.goto("/compte/")
    assert_accessible(phone)
    phone.click("main a[href$='2fa/webauthn/']")
    phone.wait_for_url("**/2fa/webauthn/")
    assert_accessible(phone)
    phone.click("main a[href$='/webauthn/add/']")
    phone.wait_for_url("**/webauthn/add/")
    assert_accessible(phone)
    phone.fill("input[name=name]", "Mon téléphone")
    if phone.locator("input[name=passwordless]").count():
        phone.check("input[name=passwordless]")
    phone.click("#mfa_webauthn_add")
    phone.wait_for_url(lambda url: "/add/" not in url)
    assert_accessible(phone)
    spare = re.findall(r"\b[a-z0-9]{8}\b", phone.locator("main textarea").input_value())
    leave(phone)
    phone.goto("/compte/login/")
    phone.click("#passkey_login")
    phone.wait_for_url("**/famille/")
    leave(phone)
    by_code(phone, parent)
    phone.wait_for_url("**/2fa/authenticate/**")
    assert_accessible(phone)
    phone.fill("input[name=code]", spare[0])
    phone.press("input[name=code]", "Enter")
    phone.wait_for_url("**/famille/")
    leave(phone)
    by_code(phone, parent)
    phone.click("#mfa_webauthn_authenticate")
    phone.wait_for_url("**/famille/")
