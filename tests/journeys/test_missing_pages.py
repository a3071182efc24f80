"""Who is missing and going towards families in a real browser: an elected member on a phone, a referent without a mouse."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from preau.observatory.missing.showing import show_who_is_seen
from tests.cast import make_commune, make_person
from tests.cast.families import make_two_homes
from tests.cast.missing import a_town_that_misses_its_port
from tests.cast.outreach import make_list, make_quarter, make_referent, the
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MISSING, GAPS, HOME = "/atelier/qui-manque/", "/atelier/territoire/ecarts/", "/atelier/aller-vers/"


def _shown() -> None:
    now = timezone.now()
    year = now.year if now.month >= 9 else now.year - 1
    show_who_is_seen(make_commune(), a_town_that_misses_its_port(year - 1), now=now)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_is_accessible(page_at, width, scheme):
    _shown()
    now = timezone.now()
    referent = make_referent(now=now)
    make_quarter(14)
    made = make_list(now=now)
    made.lines.filter(pk=made.lines.first().pk).update(outcome="reached", barrier="not_known", answered_at=now)
    found = []
    visits = {
        the("coordinator").email: (MISSING, f"{MISSING}?par=age&et=sexe", GAPS),
        referent.user.email: (HOME, f"{HOME}{made.key}/", f"{HOME}{made.key}/fermeture/", f"{HOME}ouverture/"),
        the("administrator").email: (HOME, f"{HOME}referents/ajout/"),
        make_two_homes().adults["Salomé"].email: ("/famille/appels/",),
    }
    for person, paths in visits.items():
        page = page_at(width=width, scheme=scheme)
        log_in(page, person)
        for path in half(paths, width, scheme) or paths:
            page.goto(path)
            for summary in page.query_selector_all("details.reveal > summary"):
                summary.click()
            found += violations(page)
    assert found == [], found


def test_an_elected_member_reads_it_on_a_narrow_phone(page_at):
    _shown()
    page = page_at(width=320)
    log_in(page, make_person("elected").email)
    for path in (MISSING, GAPS):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(MISSING)
    expect(page.locator("h1")).to_contain_text("on en attendrait")


def test_a_referent_calls_without_javascript_and_by_keyboard(page_at):
    make_referent(now=timezone.now())
    make_quarter(12)
    page = page_at(width=390, javascript=False)
    log_in(page, the("family_agent").email)
    page.goto(f"{HOME}ouverture/")
    page.select_option("select[name=age]", label="6 à 10 ans")
    page.fill("input[name=offre]", "Le club de lecture du mercredi, gratuit")
    page.press("input[name=offre]", "Enter")
    says(page, "Écrivez la raison")
    expect(page.locator("input[name=offre]")).to_have_value("Le club de lecture du mercredi, gratuit")
    page.fill("textarea[name=raison]", "On les voit deux fois moins qu’ailleurs.")
    page.focus("text=Ouvrir la liste")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/ouverture/" not in url)
    expect(page.locator("h1")).to_contain_text("12 enfants, leurs familles à appeler")
    first = page.locator(".out-call").first
    first.locator("input[value=no_answer]").check()
    first.locator("button").click()
    page.wait_for_url(lambda url: "#enfant-" in url)
    expect(page.locator("h1")).to_contain_text("11 enfants, leurs familles à appeler")
