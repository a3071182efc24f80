"""A real browser on the running site: at a desk or on a phone, by day or by night, with or without JavaScript."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.cast import PASSWORD
from tests.journeys.arguments import ARGUMENTS, program

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
PATIENCE = 30_000
"""Milliseconds: a busy machine is slow, not wrong."""
expect.set_options(timeout=PATIENCE)


def half(paths: tuple[str, ...], width: int, scheme: str) -> list[str]:
    """Every other page, so that each is seen at both widths and in both schemes in two visits instead of four."""
    start = (WIDTHS.index(width) + SCHEMES.index(scheme)) % 2
    return list(paths[start::2])


type Opener = Callable[..., Page]


@contextmanager
def chromium() -> Iterator[Browser]:
    # The browser's own loop runs in this thread; the tests still talk to the database from it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        yield browser
        browser.close()


def open_page(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light", javascript: bool = True
) -> Page:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 844 if width < 600 else 900},
        color_scheme=scheme,
        java_script_enabled=javascript,
        locale="fr-FR",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    return page


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/compte/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login/" not in url)


def says(page: Page, *words: str) -> None:
    """Waits until the page says these words, whatever blanks are between them: a click answers before its page does."""
    for each in words:
        expect(page.locator("body")).to_contain_text(each)


def settle(page: Page) -> None:
    """Waits until the page is whole, and what htmx changes in it has found its place."""
    page.wait_for_load_state()
    page.wait_for_function(
        "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')"
    )


def violations(page: Page) -> list[str]:
    """What axe sees wrong on the page (WCAG A and AA up to 2.2, and its good practices), and a page too wide."""
    settle(page)
    found = [
        f"{page.url} · {rule['id']} · {node['html'][:160]}"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, f"{page.url} · {too_wide} px too wide"] if too_wide > 0 else found


def assert_accessible(page: Page) -> None:
    found = violations(page)
    assert found == [], found
