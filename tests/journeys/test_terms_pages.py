"""Dated terms in a real browser: as people see them, on a narrow phone, and without JavaScript."""

from __future__ import annotations

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
        "/atelier/reglages/silence/", "/atelier/reglages/encadrement/",
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


def test_the_longest_list_holds_on_a_narrow_phone(page_at, coordinator):
    page = page_at(width=320)
    log_in(page, coordinator.email)
    page.goto("/atelier/reglages/encadrement/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)


def test_without_javascript_a_coordinator_prepares_a_change_then_corrects_it(page_at, coordinator):
    page = page_at(javascript=False)
    log_in(page, coordinator.email)
    page.goto("/atelier/reglages/")
    page.click("text=Combien de temps vaut un quotient familial")
    page.click("main >> text=Décider de la suite")
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
