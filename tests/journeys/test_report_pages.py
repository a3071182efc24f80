"""The report of an evaluation in a real browser: read on any screen, taken away without JavaScript."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
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
                for summary in page.query_selector_all("details.reveal > summary"):
                    summary.click()
                found += violations(page)
    assert found == [], found


def test_it_holds_on_a_narrow_phone(page_at):
    evaluation, person = _published(), make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    page.goto(f"/atelier/evaluation/{evaluation.pk}/rapport/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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
