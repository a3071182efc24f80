"""Places in a real browser: a visit counted with the keyboard, a gate without JavaScript, a draft that survives."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from preau.town.spaces.models import SpaceReport, VisitCount
from tests.cast import make_person
from tests.cast.spaces import make_living_space, make_space
from tests.journeys.browser import assert_accessible, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNT = "/atelier/espaces/terrain-des-quais/passage/"


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def test_an_agent_counts_a_visit_on_a_phone_with_the_keyboard_alone(page_at):
    make_space()
    page = page_at(width=390)
    log_in(page, make_person("agent").email)
    page.goto(COUNT)
    assert_accessible(page)
    page.get_by_label("11 à 14 ans, filles et femmes", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")  # the + of the same figure
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # the − of the next
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    page.get_by_text("enregistré : 11 personnes").wait_for()
    assert sorted(VisitCount.objects.get().cells.values_list("seen", "people")) == [("boys", 7), ("girls", 4)]


def test_what_was_counted_without_network_is_still_there(page_at):
    make_space()
    page = page_at(width=390)
    log_in(page, make_person("agent").email)
    page.goto(COUNT)
    page.get_by_role("button", name="un de plus : 6 à 10 ans, garçons et hommes").click(click_count=2)
    page.goto("/atelier/")
    page.goto(COUNT)
    page.get_by_text("Brouillon repris").wait_for()
    expect(page.get_by_label("6 à 10 ans, garçons et hommes", exact=True)).to_have_value("2")
    page.get_by_role("button", name="Envoyer").click()
    page.get_by_text("enregistré : 2 personnes").wait_for()
    expect(page.get_by_label("6 à 10 ans, garçons et hommes", exact=True)).to_have_value("0")


def test_a_visitor_says_how_the_ground_is_without_javascript(page_at):
    make_space(token="abcd2345")
    page = page_at(width=390, javascript=False)
    page.goto("/e/abcd2345/")
    page.get_by_role("button", name="Abîmé ou fermé").click()
    page.get_by_role("heading", name="Merci").wait_for()
    page.get_by_label("Qu’est-ce qui est abîmé").fill("le filet est déchiré")
    page.get_by_role("button", name="Envoyer ces mots").click()
    page.get_by_text("Vos mots sont arrivés").wait_for()
    page.get_by_role("button", name="C’était une erreur").click()
    page.get_by_role("heading", name="rien n’a été dit").wait_for()
    assert not SpaceReport.objects.counted().exists()


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_places_are_accessible_once_something_was_said(page_at, width):
    make_living_space(timezone.now())
    page = page_at(width=width)
    page.goto("/e/abcd2345/")
    assert_accessible(page)
    page.get_by_role("button", name="Abîmé ou fermé").click()
    page.get_by_role("heading", name="Merci").wait_for()
    assert_accessible(page)
    for path in ("/lieux/", "/lieux/?libre=oui", "/lieux/terrain-des-quais/", "/e/perdu/"):
        page.goto(path)
        assert_accessible(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_of_those_who_keep_places_are_accessible(page_at, width):
    make_living_space(timezone.now())
    page = page_at(width=width)
    log_in(page, make_person("agent").email)
    for path in (
        "sites/terrain-des-quais/familles/",
        "sites/terrain-des-quais/pratique/",
        "sites/terrain-des-quais/accessibilite/",
        "sites/terrain-des-quais/ouverture/",
        "sites/terrain-des-quais/ouverture/ajout/",
        "sites/terrain-des-quais/photos/ajout/",
        "fiches-officielles/",
        "espaces/",
        "espaces/ajout/",
        "espaces/delais/",
        "espaces/signalements/",
        "espaces/terrain-des-quais/",
        "espaces/terrain-des-quais/modifier/",
        "espaces/terrain-des-quais/panneau/",
        "espaces/terrain-des-quais/fermeture/",
    ):
        answer = page.goto(f"/atelier/{path}")
        assert answer is not None
        assert answer.status == 200, path
        assert_accessible(page)
