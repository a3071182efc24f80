"""What it changes, in a real browser: an elected member on a phone, a parent without JavaScript, with the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.observatory.evaluation.concluding import dissent
from preau.observatory.evaluation.models import Evaluation
from tests.cast import make_person, make_plan
from tests.cast.evaluation import HAND, culture, make_evaluation, make_typed_indicator, the_verdict
from tests.journeys.browser import SCHEMES, WIDTHS, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PUBLIC, HOME = "/ce-que-ca-change/", "/pilotage/"


def _published() -> Evaluation:
    make_plan(shown=True)
    make_typed_indicator(years=(2023, 2024, 2025))
    return make_evaluation("published")


def test_both_pages_and_the_bench_are_accessible(page_at):
    _published()
    elected, coordinator = make_person("elected"), make_person("coordinator")
    found = []
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for person, addresses in ((elected, (PUBLIC, HOME)), (coordinator, ("/atelier/",))):
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in addresses:
                page.goto(address)
                for summary in page.query_selector_all("details.reveal > summary"):
                    summary.click()
                found += violations(page)
    assert found == [], found


def test_they_hold_on_a_narrow_phone(page_at):
    _published()
    person = make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    for address in (PUBLIC, HOME):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_elected_member_lands_on_what_changes_and_reads_what_to_decide(page_at):
    _published()
    page = page_at(width=390, javascript=False)
    log_in(page, make_person("elected").email)
    page.wait_for_url(f"**{HOME}")
    expect(page.locator("h1")).to_have_text("Ce que le projet change")
    page.click("text=1 décision vous attend")
    page.wait_for_url(lambda url: url.endswith("#decider"))
    page.click("text=La page que lisent les habitants")
    expect(page.locator("h1")).to_have_text("Ce que ça change")


def test_parent_reads_a_verdict_and_its_numbers_with_the_keyboard_alone(page_at):
    _published()
    page = page_at(width=390)
    page.goto("/")
    page.get_by_role("link", name="Ce que ça change").first.press("Enter")
    page.wait_for_url(lambda url: url.endswith(PUBLIC))
    page.locator(".chg-squares a").first.press("Enter")
    expect(page.locator(".chg-card:target h3")).to_have_count(1)
    page.locator(".chg-card details.reveal > summary").first.press("Enter")
    expect(page.locator(".chg-card table").first).to_be_visible()


def test_parent_reads_another_opinion_without_javascript(page_at):
    make_plan(shown=True)
    evaluation = make_evaluation("review")
    dissent(the_verdict(evaluation), culture(), "Le samedi, rien ne change.", hand=HAND)
    page = page_at(width=390, javascript=False)
    page.goto(PUBLIC)
    says(page, "n’est pas encore publiée")
    expect(page.locator("main")).not_to_contain_text("Le samedi")
