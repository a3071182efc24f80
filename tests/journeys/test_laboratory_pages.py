"""The laboratory of rules in a real browser: an elected member reads a study, on any screen; a study is asked for without
JavaScript.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from preau.offer.laboratory.models import RuleStudy
from tests.cast import make_person
from tests.cast.laboratory import asked_study, make_study
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_page_of_the_laboratory_is_accessible(page_at):
    study, waiting, person = make_study(), asked_study(), make_person("coordinator")
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in half(("", "nouvelle/", f"{waiting.pk}/", f"{study.pk}/"), width, scheme):
                page.goto(f"/atelier/laboratoire/{address}")
                for summary in page.query_selector_all("details.reveal > summary"):
                    summary.click()
                found += violations(page)
    assert found == [], found


def test_a_study_holds_on_a_narrow_phone(page_at):
    study, person = make_study(), make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    page.goto(f"/atelier/laboratoire/{study.pk}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator("svg[role=img]")).to_have_count(4)


@pytest.mark.parametrize("width", WIDTHS)
def test_four_charts_are_reached_with_the_keyboard_at_any_width_without_javascript(page_at, width):
    study, person = make_study(), make_person("elected")
    page = page_at(width=width, javascript=False)
    log_in(page, person.email)
    page.goto(f"/atelier/laboratoire/{study.pk}/")
    for title, drawing in (
        ("Qui a une place", "Enfants qui ont une place"),
        ("Quel vœu", "Rang du vœu obtenu"),
        ("Qui gagne", "Écart avec"),
        ("Jusqu’où", "Rang moyen du vœu obtenu"),
    ):
        page.get_by_role("navigation", name="Sur cette page").get_by_role("link", name=title).press("Enter")
        expect(page.get_by_role("heading", name=title)).to_be_in_viewport()
        chart = page.get_by_role("img", name=drawing)
        expect(chart).to_be_visible()
        expect(chart).to_have_accessible_description(re.compile("."))
    numbers = page.get_by_role("region", name="Jusqu’où").locator("summary")
    numbers.press("Enter")
    expect(page.get_by_role("region", name="Jusqu’où").get_by_role("table")).to_be_visible()


def test_a_study_is_asked_for_without_javascript(page_at):
    person = make_person("coordinator")
    page = page_at(javascript=False)
    log_in(page, person.email)
    page.goto("/atelier/laboratoire/nouvelle/")
    page.fill("input[name=title]", "Qui passe d’abord ?")
    page.check("input[name=source][value=synthetic]")
    page.click("text=Décrire la population inventée")
    page.fill("input[name=children]", "24")
    page.fill("input[name=s0-name]", "Habitants d’abord")
    page.select_option("select[name=s0-class_0]", "resident")
    page.click("text=Lancer le calcul")
    page.wait_for_url(lambda url: "nouvelle" not in url)
    says(page, "L’étude est lancée")
    assert RuleStudy.objects.get().rule_sets[0]["classes"] == [["resident"]]
