"""The map under a finger, a keyboard, a screen reader, without JavaScript; and nobody else is called."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST = '[data-preau-map="g-lieux-data"]'


@pytest.fixture
def calls(page_at, live_server):
    """``calls(**how)`` opens the gallery; gives the page and the list of what it asked of anybody else."""

    def opened(**how):
        page, elsewhere = page_at(**how), []
        page.on(
            "request",
            lambda request: request.url.startswith((live_server.url, "data:")) or elsewhere.append(request.url),
        )
        page.on("pageerror", lambda error: elsewhere.append(f"error: {error}"))
        page.on("console", lambda said: said.type == "error" and elsewhere.append(f"console: {said.text}"))
        page.goto("/galerie/")
        page.locator(FIRST).scroll_into_view_if_needed()
        return page, elsewhere

    return opened


@pytest.mark.parametrize("width", [390, 1280])
def test_the_map_moves_and_calls_nobody(calls, width):
    page, elsewhere = calls(width=width)
    live = page.locator(f"{FIRST} .map-live")
    live.wait_for()
    expect(page.locator(f"{FIRST} .map-drawing")).to_be_hidden()
    before = page.locator(f"{FIRST} .map-pin").count()
    for _ in range(4):
        page.locator(f"{FIRST} .leaflet-control-zoom-in").click()
    page.locator(f"{FIRST} .map-pin").nth(before).wait_for(state="attached")  # what stood too close comes apart
    assert elsewhere == []


def test_the_map_takes_the_room_of_the_drawing(calls):
    """Nothing jumps when Leaflet arrives."""
    plain, _ = calls(javascript=False)
    moving, _ = calls()
    moving.locator(f"{FIRST} .map-live").wait_for()
    still = plain.locator(f"{FIRST} .map-drawing").bounding_box()
    live = moving.locator(f"{FIRST} .map-live").bounding_box()
    assert abs(still["height"] - live["height"]) < 2
    assert abs(still["width"] - live["width"]) < 2


def test_a_pin_is_reached_by_keyboard_and_leads_to_its_place(calls):
    page, _ = calls()
    page.locator(f"{FIRST} .map-live").wait_for()
    pin = page.locator(f"{FIRST} .map-pin[aria-label^='3. ']")
    pin.focus()
    page.keyboard.press("Enter")
    link = page.locator(f"{FIRST} .leaflet-popup-content a")
    link.wait_for()
    expect(page.locator(".leaflet-popup :focus")).to_have_count(1)
    expect(page.locator(f"{FIRST} .leaflet-popup-close-button")).to_have_attribute("aria-label", "Fermer")
    expect(link).to_have_text(re.compile(r"^3\. "))
    expect(link).to_have_attribute("href", "#g-map")
    page.keyboard.press("Escape")
    page.locator(f"{FIRST} .leaflet-popup").wait_for(state="detached")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile(r"^3\. "))


def test_without_javascript_every_number_is_a_link_and_in_the_list(calls):
    page, elsewhere = calls(javascript=False)
    expect(page.locator(f"{FIRST} .map-drawing")).to_be_visible()
    expect(page.locator(f"{FIRST} .map-live")).to_have_count(0)
    expect(page.locator(f"{FIRST} svg a[aria-label^='3. ']")).to_have_attribute("href", "#g-map")
    expect(page.locator(f".map-with-list:has({FIRST}) .map-list > li")).to_have_count(11)
    assert elsewhere == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_moving_map_is_accessible(calls, width, scheme):
    page, _ = calls(width=width, scheme=scheme)
    page.locator(f"{FIRST} .map-live").wait_for()
    page.locator(f"{FIRST} .map-pin[aria-label^='3. ']").click()
    page.locator(f"{FIRST} .leaflet-popup-content a").wait_for()
    assert violations(page) == []
