"""Equity in a real browser: an elected member reads the map on any screen; a move is tried without JavaScript, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.offer.activities.models import Slot
from preau.offer.finding.catalogue import forget
from tests.cast import make_person
from tests.cast.equity import make_equity, make_square
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE = "/atelier/territoire/"


@pytest.fixture(autouse=True)
def fresh():
    forget()
    yield
    forget()


def test_every_page_of_equity_is_accessible(page_at):
    _, east = make_equity()
    make_square(8, 0, children=2)
    trial = f"{HERE}essai/?seance={Slot.objects.get().pk}&vers={east.pk}"
    person, found = make_person("elected"), []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in half(
                (f"{HERE}?mesure=places", trial, f"{HERE}essai/?seance=nouvelle&vers=fin", HERE), width, scheme
            ):
                page.goto(address)
                for summary in page.query_selector_all("details.reveal > summary"):
                    summary.click()
                found += violations(page)
    assert found == [], found


def test_the_map_holds_on_a_narrow_phone(page_at):
    make_equity()
    person = make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    page.goto(HERE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator("svg[role=img].map-drawing")).to_have_count(1)


def test_a_move_is_tried_without_javascript_by_keyboard(page_at):
    make_equity()
    person = make_person("coordinator")
    page = page_at(javascript=False)
    log_in(page, person.email)
    page.goto(HERE)
    page.select_option("select[name=minutes]", "10")
    page.focus("text=Voir la réponse")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "minutes=10" in url)
    expect(page.locator("h1")).to_contain_text("en 10 minutes à pied")
    page.select_option("select[name=seance]", "nouvelle")
    page.select_option("select[name=vers]", label="Halle Est")
    page.focus("text=Voir ce que cela changerait")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "essai" in url)
    expect(page.locator("h1")).to_contain_text("enfants de plus auraient une activité en 10 minutes")
    expect(page.locator(".eq-pair svg.map-drawing")).to_have_count(2)
