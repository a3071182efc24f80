"""Indicators in a real browser: read on any screen, chosen and typed without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.observatory.indicators.models import Indicator, Value
from tests.cast import make_person
from tests.cast.facts import take
from tests.cast.indicators import make_indicator
from tests.cast.plans import make_plan
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/atelier/indicateurs/"


@pytest.fixture(autouse=True)
def facts_folder(settings, tmp_path):
    settings.FACTS = tmp_path / "facts"


def _town(now) -> Indicator:
    plan = make_plan()
    make_indicator(plan, "A1.G1.E2.i2")
    make_indicator(plan, "A2.G1.E2.i1")
    take(now)
    return make_indicator(plan)


def test_every_page_of_indicators_is_accessible(page_at, now):
    typed, person = _town(now), make_person("coordinator")
    one = typed.pk
    addresses = ("", "regime/", "effets/a1-g1-e1/", "effets/a1-g1-e1/propre/")
    addresses += (f"{one}/", f"{one}/valeurs/", f"{one}/retrait/", f"{one - 1}/")
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in half(addresses, width, scheme):
                page.goto(HOME + address)
                found += violations(page) if not address else []  # as it opens, then with all that it folds
                page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
                found += violations(page)
    assert found == [], found


def test_they_hold_on_a_narrow_phone(page_at, now):
    typed, person = _town(now), make_person("elected")
    page = page_at(width=320)
    log_in(page, person.email)
    for address in ("", f"{typed.pk}/", f"{typed.pk - 1}/", "regime/"):
        page.goto(HOME + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_effects_that_nothing_follows_are_folded_and_open_with_the_keyboard_without_javascript(page_at, now):
    _town(now)
    page = page_at(width=390, javascript=False)
    log_in(page, make_person("coordinator").email)
    page.goto(HOME)
    page.get_by_role("navigation", name="Sur cette page").get_by_role("link").last.press("Enter")
    bare = page.locator("details.fold").last
    expect(bare.locator("h3").first).to_be_hidden()
    bare.locator("summary").press("Enter")
    expect(bare.locator("h3").first).to_be_visible()
    expect(
        bare.get_by_role("link", name="bibliothèque").or_(bare.get_by_role("link", name="Choisir")).first
    ).to_be_visible()
    page.get_by_role("link", name="Retour au sommaire").first.press("Enter")
    expect(page.get_by_role("navigation", name="Sur cette page")).to_be_in_viewport()


def test_one_is_chosen_and_typed_without_javascript(page_at, now):
    _town(now)
    person = make_person("coordinator")
    page = page_at(javascript=False)
    log_in(page, person.email)
    page.goto(HOME + "effets/a1-g1-e1/")
    page.get_by_role("button", name="Choisir : Jeunes de 11 à 17 ans qui pratiquent vraiment").click()
    says(page, "L’indicateur est choisi")
    chosen = Indicator.objects.get(code="A1.G1.E1.i1")
    page.goto(f"{HOME}{chosen.pk}/valeurs/")
    page.fill("input[name=amount]", "1846")
    page.fill("input[name=source]", "INSEE")
    page.fill("input[name=known_on]", "2026-01-01")
    page.click("text=Enregistrer la valeur")
    page.wait_for_url(f"**{HOME}{chosen.pk}/")
    assert Value.objects.get().part == "residents_11_17"
