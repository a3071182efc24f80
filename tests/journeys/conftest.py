from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from playwright.sync_api import Browser, Page

from preau.foundation.design.assets import build
from tests.journeys.browser import Opener, chromium, open_page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    build(Path(settings.STATICFILES_DIRS[1]))
    with chromium() as running:
        yield running


@pytest.fixture
def page_at(browser: Browser, live_server) -> Iterator[Opener]:
    """``page_at(width=390, scheme="dark", javascript=False)`` opens a page; all are closed at the end."""
    cache.clear()
    opened: list[Page] = []

    def opener(**how) -> Page:
        opened.append(open_page(browser, live_server.url, **how))
        return opened[-1]

    yield opener
    for page in opened:
        page.context.close()
