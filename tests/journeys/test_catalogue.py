"""Families in the catalogue: on a phone, by ear, without JavaScript."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, settle, violations
from tests.surfaces.public.catalogue.shelf import make_shelf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def counts(page, words: str) -> None:
    expect(page.locator("#reponse")).to_have_text(words)


def test_parent_on_a_phone_finds_a_wednesday_under_five_euros_and_adds_it_to_the_calendar(page_at):
    make_shelf(timezone.now())
    page = page_at(width=390)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.click("a:has-text('le mercredi')")
    page.wait_for_url("**/activites/?jour=mercredi")
    settle(page)
    page.select_option("#age", label="7 ans")
    page.wait_for_url("**/activites/?age=7&jour=mercredi")
    settle(page)
    page.select_option("#prix", "5")
    page.wait_for_url("**/activites/?age=7&jour=mercredi&prix=5")
    page.wait_for_selector("#reponse:has-text('1 activité')")
    assert_accessible(page)
    page.click("h3 a:has-text('Judo')")
    page.wait_for_url("**/activites/judo/")
    assert_accessible(page)
    with page.expect_download() as kept:
        page.click("a:has-text('Ajouter à mon agenda')")
    assert "BEGIN:VEVENT" in kept.value.path().read_text()
    here = page.url.split("/activites")[0]
    assert [url for url in asked if not url.startswith((here, "data:"))] == []


def test_blind_parent_hears_the_count_and_keeps_the_focus_on_the_filter(page_at):
    make_shelf(timezone.now())
    page = page_at()
    page.goto("/activites/")
    headings = page.locator("main :is(h1, h2)")
    expect(headings.nth(0)).to_contain_text("À faire à")
    expect(headings.nth(1)).to_have_text("3 activités")
    counts(page, "3 activités")
    for name in ("Âge de l’enfant", "Jour de la semaine", "Prix d’une séance"):
        expect(page.get_by_role("combobox", name=name)).to_have_count(1)
    page.click("#filtre-quoi > summary")
    link = page.get_by_role("link", name="lecture et écriture 1")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/activites/?domaine=lecture")
    page.wait_for_selector("#reponse:has-text('1 activité')")
    expect(page.get_by_role("status").filter(has_text="1 activité trouvée")).to_have_count(1)
    expect(page.locator("a:focus")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Retirer le filtre lecture et écriture").press("Enter")
    page.wait_for_url("**/activites/")
    page.wait_for_selector("#annonce:has-text('3 activités trouvées')", state="attached")
    page.go_back()
    page.wait_for_selector("#reponse:has-text('1 activité')")


def test_parent_without_javascript_does_the_same(page_at):
    make_shelf(timezone.now())
    page = page_at(width=390, javascript=False)
    page.goto("/activites/")
    page.fill("#q", "judo mercredi")
    page.click("#trouver")
    page.wait_for_url("**/activites/?q=judo**")
    counts(page, "1 activité")
    page.click("summary:has-text('Tous les filtres')")
    page.click("#filtre-adapte > summary")
    page.click("a:has-text('au calme')")
    page.wait_for_url(lambda url: "besoin=calme" in url)
    counts(page, "1 activité")
    page.click("#vue-3")
    expect(page.locator(".cat-week-list h3")).to_have_text(["Mercredi"])
    page.click("#vue-2")
    page.locator("svg.map-drawing").wait_for()
    page.click("a:has-text('Tout effacer')")
    page.click("#depart")
    page.select_option("select[name=ecole]", label="Les Tilleuls")
    page.click("button:has-text('Chercher près d’ici')")
    page.wait_for_url("**/activites/?pres=2.164,48.944")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_view_is_accessible(page_at, width, scheme):
    make_shelf(timezone.now())
    page = page_at(width=width, scheme=scheme)
    found: list[str] = []
    paths = (
        "/activites/?age=7&jour=mercredi&besoin=calme",
        "/activites/?vue=semaine",
        "/activites/?vue=carte&pres=2.164,48.944&minutes=20",
        "/activites/?jour=lundi",
        "/activites/judo/?quotient=500",
        "/activites/organisateurs/club-de-judo/",
        "/activites/agenda/",
        "/",
    )
    for path in half(paths, width, scheme):
        page.goto(path)
        found += violations(page)
    page.goto("/activites/")
    if width < 600:
        page.click("summary:has-text('Tous les filtres')")
    page.click("#filtre-prix > summary")
    assert found + violations(page) == []
