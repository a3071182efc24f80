"""Dated terms in a real browser: as people see them, on a narrow phone, and without JavaScript."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from preau.offer.enrolment.deciding import decide_hours
from preau.offer.enrolment.models import EnrolmentTerms
from preau.offer.staffing.legal import install_ratios
from preau.people.accounts.hand import Hand
from tests.cast import make_commune, make_person
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def coordinator():
    person, today = make_person("coordinator"), timezone.localdate()
    install_ratios()
    for months, hours in ((-20, 24), (-5, 72), (4, 48)):
        decide_hours(
            make_commune(), hours, decided_by="délibération", valid_from=today + timedelta(days=30 * months),
            hand=Hand(person, timezone.now()),
        )  # fmt: skip
    return person


def _addresses() -> tuple[str, ...]:
    coming = EnrolmentTerms.objects.order_by("valid_from").last()
    term = "/atelier/reglages/reponse/"
    return (
        "/atelier/reglages/", term, f"{term}valeur/suite/", f"{term}valeur/{coming.pk}/correction/",
        "/atelier/reglages/silence/", "/atelier/reglages/encadrement/", "/atelier/reglages/campagnes/",
        "/atelier/reglages/campagnes/valeur/suite/", "/atelier/reglages/jour-accueil/", "/atelier/reglages/petits-nombres/",
    )  # fmt: skip


def test_every_page_of_dated_terms_is_accessible(page_at, coordinator):
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, coordinator.email)
            for address in half(_addresses(), width, scheme):
                page.goto(address)
                found += violations(page)
    assert found == []


@pytest.mark.parametrize("term", ["encadrement", "campagnes", "accueil"])
def test_the_longest_pages_hold_on_a_narrow_phone(page_at, coordinator, term):
    make_person("family_agent")
    page = page_at(width=320)
    log_in(page, coordinator.email)
    page.goto(f"/atelier/reglages/{term}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)


def test_with_the_keyboard_alone_a_theme_is_reached_and_a_rule_of_several_numbers_is_changed(page_at, coordinator):
    page = page_at(width=1280)
    log_in(page, coordinator.email)
    page.goto("/atelier/reglages/")
    page.get_by_role("navigation", name="Sur cette page").get_by_role("link", name="Les inscriptions").press("Enter")
    expect(page).to_have_url(re.compile("#theme-"))
    page.keyboard.press("Tab")  # the first link after the heading that was jumped to
    expect(page.locator(":focus")).to_have_text("Combien de temps une place libérée est gardée")
    page.get_by_role("link", name="Combien de temps laissent les campagnes").press("Enter")
    page.get_by_role("link", name="Préparer un changement").press("Enter")
    window = page.get_by_label("Jours pour faire ses vœux, au moins")
    expect(window).to_have_value("14")
    window.fill("28")
    page.get_by_label("Décidé par").fill("délibération du 15 décembre 2026")
    page.get_by_label("À partir du").fill((timezone.localdate() + timedelta(days=40)).isoformat())
    page.get_by_role("button", name="Décider").press("Enter")
    expect(page.get_by_text("au lieu de 14")).to_be_visible()
    expect(page.locator("main").get_by_text("au lieu de")).to_have_count(1)


def test_without_javascript_a_coordinator_prepares_a_change_then_corrects_it(page_at, coordinator):
    page = page_at(javascript=False)
    log_in(page, coordinator.email)
    page.goto("/atelier/reglages/")
    page.click("text=Combien de temps vaut un quotient familial")
    page.click("main >> text=Préparer un changement")
    page.fill("input[name=months]", "0")
    page.fill("input[name=valid_from]", (timezone.localdate() + timedelta(days=40)).isoformat())
    page.click("main form button.button")
    says(page, "À corriger avant de continuer")
    expect(page.locator("input[name=months]")).to_have_value("0")  # refused, and still there
    page.fill("input[name=months]", "6")
    page.click("main form button.button")
    page.wait_for_selector("text=6 mois")
    page.click("main >> text=Corriger")
    page.fill("input[name=months]", "9")
    page.click("main form button.button")
    page.wait_for_selector("text=9 mois")
