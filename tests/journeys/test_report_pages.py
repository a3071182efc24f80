"""The report of an evaluation in a real browser: read on any screen, taken away without JavaScript."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from preau.observatory.evaluation.models import Evaluation
from tests.cast import make_person, make_plan
from tests.cast.evaluation import make_evaluation, make_typed_indicator
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _published() -> Evaluation:
    make_plan(shown=True)
    make_typed_indicator(years=(2023, 2024, 2025))
    return make_evaluation("published")


def test_the_report_and_every_chart_are_accessible(page_at):
    evaluation, person = _published(), make_person("elected")
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in half((f"/atelier/evaluation/{evaluation.pk}/rapport/", "/galerie/"), width, scheme):
                page.goto(address)
                found += violations(page)  # as it opens, then with all that it folds
                page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
                found += violations(page)
    assert found == [], found


def test_it_holds_on_a_narrow_phone(page_at):
    evaluation, person = _published(), make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    page.goto(f"/atelier/evaluation/{evaluation.pk}/rapport/")
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sources = page.get_by_role("region", name="D’où vient chaque chiffre")  # each row a card, and still a table
    expect(sources.get_by_role("table").get_by_role("columnheader")).to_have_count(6)
    expect(sources.get_by_role("rowheader").first).to_be_visible()
    assert sources.evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_the_report_opens_on_its_verdicts_and_leads_to_an_objective_with_the_keyboard_without_javascript(page_at):
    evaluation, person = _published(), make_person("elected")
    page = page_at(width=390, javascript=False)
    log_in(page, person.email)
    page.goto(f"/atelier/evaluation/{evaluation.pk}/rapport/")
    way = page.get_by_role("navigation", name="Dans ce rapport")
    way.get_by_role("link", name="D’où vient chaque chiffre").press("Enter")
    expect(page.get_by_role("heading", name="D’où vient chaque chiffre")).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # what comes next is what opens the table
    expect(page.locator("[data-preau-figure]").first).to_be_visible()
    way.get_by_role("link").first.press("Enter")
    objective = page.locator("details.report-general").first
    expect(objective.locator(".report-effect, .report-said, ul").first).to_be_hidden()
    objective.locator("summary").first.press("Enter")
    expect(objective).to_have_attribute("open", "")
    expect(objective.locator("summary", has_text="Ce qui a été fait")).to_be_visible()
    page.get_by_role("link", name="Retour au sommaire").first.press("Enter")
    expect(way).to_be_in_viewport()


def test_parent_takes_the_four_pages_away_without_javascript(page_at):
    _published()
    page = page_at(width=390, javascript=False)
    page.goto("/ce-que-ca-change/")
    with page.expect_download() as handed:
        page.click("text=Quatre pages à imprimer")
    made = Path(handed.value.path()).read_bytes()
    assert len(PdfReader(BytesIO(made)).pages) == 4


def test_elected_member_takes_the_report_away(page_at):
    evaluation, person = _published(), make_person("elected")
    page = page_at(width=390, javascript=False)
    log_in(page, person.email)
    page.goto(f"/atelier/evaluation/{evaluation.pk}/")
    page.click("a:has-text('Le rapport')")
    with page.expect_download() as handed:
        page.click("text=Le rapport en PDF")
    assert handed.value.suggested_filename == "rapport-2025-2026.pdf"
