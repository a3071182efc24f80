"""A parent says where they are: typed without JavaScript, chosen among two streets, or told by the phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from preau.town.areas.enums import AreaKind
from tests.journeys.browser import violations
from tests.town.addresses.test_geocoding import make_door
from tests.town.areas.test_locating import make_area, rectangle

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HERE, SUGGESTIONS = "/lieux/pres/?suite=/accessibilite/", "**/lieux/pres/propositions/"


@pytest.fixture
def town():
    make_area("Ville", rectangle(2.15, 48.93, 2.192, 48.956), AreaKind.COMMUNE)
    for number in range(1, 13):
        make_door(number)
        make_door(number, "Rue Jean Jaurès", lon=2.17)
        make_door(number, "Avenue Jean Jaurès", lon=2.18)


@pytest.mark.parametrize(("javascript", "width"), [(True, 390), (False, 1280)])
def test_two_streets_of_one_name_are_chosen_on_a_map_or_a_list(town, page_at, javascript, width):
    page = page_at(javascript=javascript, width=width)
    page.goto(HERE)
    page.get_by_label("Votre adresse").fill("12 jean jaures")
    page.get_by_role("button", name="Chercher près d’ici").click()
    page.get_by_role("heading", level=1, name="Laquelle de ces adresses").wait_for()
    if javascript:
        page.locator(".map-live").wait_for()
        assert violations(page) == []
    page.locator(".map-list").get_by_role("link", name="12 Avenue Jean Jaurès").click()
    page.wait_for_url("**/accessibilite/?pres=2.181,48.944")


def test_proposals_come_while_typing(town, page_at):
    page = page_at()
    page.goto(HERE)
    page.locator("datalist").wait_for(state="attached")  # the page listens, from now on
    page.get_by_label("Votre adresse").press_sequentially("7 til")
    expect(page.locator("datalist option").first).to_have_attribute("value", "7 Rue des Tilleuls")


def test_proposals_that_come_late_are_not_those_of_what_is_typed_now(town, page_at):
    page, late = page_at(), []

    def answer(route: Route) -> None:
        if "7 til" in (route.request.post_data or "") and not late:
            late.append(route)
        else:
            route.continue_()

    page.route(SUGGESTIONS, answer)
    page.goto(HERE)
    page.locator("datalist").wait_for(state="attached")
    with page.expect_request(SUGGESTIONS):
        page.get_by_label("Votre adresse").fill("7 til")
    page.get_by_label("Votre adresse").fill("12 rue jean")
    first = page.locator("datalist option").first
    expect(first).to_have_attribute("value", "12 Rue Jean Jaurès")
    with page.expect_response(SUGGESTIONS):
        late[0].continue_()
    page.evaluate("new Promise((done) => setTimeout(done, 200))")  # as long as the page needs to read it
    expect(first).to_have_attribute("value", "12 Rue Jean Jaurès")


def test_the_position_is_rounded_before_it_leaves(town, page_at):
    page, asked = page_at(width=390), []
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"longitude": 2.1641234, "latitude": 48.9445678})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(HERE)
    page.get_by_role("button", name="Près de ma position").click()
    page.wait_for_url("**/accessibilite/?pres=2.164%2C48.945")
    assert not [url for url in asked if "2.1641" in url]


def test_a_phone_that_refuses_says_what_to_do(town, page_at):
    page = page_at(width=390)
    page.goto(HERE)
    page.get_by_role("button", name="Près de ma position").click()
    page.get_by_text("Votre appareil n’a pas donné sa position").wait_for()
