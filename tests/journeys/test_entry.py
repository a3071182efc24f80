"""Entering with a passkey: a real browser, a virtual key, our strict policy on scripts."""

from __future__ import annotations

import pytest

from tests.cast import PASSWORD, make_person
from tests.journeys.browser import assert_accessible, log_in, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def key(page_at):
    """A page whose browser holds a key that says yes to everything."""
    page = page_at()
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


def test_coordinator_adds_a_passkey_and_enters_with_it(key):
    nadia = make_person("coordinator")
    log_in(key, nadia.email)
    key.goto("/compte/2fa/webauthn/add/")
    key.fill("input[name=password]", PASSWORD)
    key.press("input[name=password]", "Enter")
    key.wait_for_url("**/webauthn/add/")
    assert_accessible(key)
    key.fill("input[name=name]", "Mon téléphone")
    key.check("input[name=passwordless]")
    key.click("#mfa_webauthn_add")
    key.wait_for_url(lambda url: "/add/" not in url)
    key.goto("/compte/2fa/webauthn/")
    says(key, "Mon téléphone")
    assert_accessible(key)
    leave(key)
    key.goto("/compte/login/")
    key.click("#passkey_login")
    key.wait_for_url("**/atelier/")


def test_person_leaves_and_enters_with_the_keyboard_alone(page_at):
    nadia = make_person("coordinator")
    page = page_at()
    page.goto("/compte/login/")
    for typed in (nadia.email, PASSWORD):
        name = "login" if "@" in typed else "password"
        while not page.evaluate(f"document.activeElement.name === '{name}'"):
            page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/atelier/")


def test_person_enters_without_javascript(page_at):
    page = page_at(javascript=False)
    log_in(page, make_person("coordinator").email)
    page.wait_for_url("**/atelier/")
    page.click("details.account-menu summary")
    leave(page)


def leave(page) -> None:
    if not page.locator("details.account-menu[open]").count():
        page.goto("/atelier/")
        page.click("details.account-menu summary")
    page.click("details.account-menu form[action$='logout/'] button")
    page.wait_for_url(lambda url: url.count("/") == 3)  # the first page of the site, once the device is wiped
    page.goto("/atelier/")
    page.wait_for_url("**/login/**")
