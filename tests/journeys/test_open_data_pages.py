"""Open figures in a real browser: read on any screen, and taken away without JavaScript."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache

from preau.offer.attendance.models import Attendance
from tests.cast.day import make_session, weeks_before
from tests.cast.facts import take
from tests.cast.families import make_child, make_home
from tests.cast.indicators import make_indicator
from tests.cast.plans import make_plan
from tests.journeys.browser import SCHEMES, WIDTHS, half, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SETS = "/donnees/jeux/"


@pytest.fixture(autouse=True)
def told(settings, tmp_path, now):
    settings.FACTS = tmp_path / "facts"
    cache.clear()
    make_indicator(make_plan(shown=True), "A1.G1.E1.i1")
    session = make_session("Judo", day=date(2026, 11, 10))
    sessions = [*weeks_before(session, 2), session]
    for number in range(23):
        child = make_child(f"Jeune{number} Essai", date(2013, 5, 5), sex=("girl", "boy")[number % 2])
        make_home(f"{number} rue des Essais", [], [child])
        for each in sessions:
            Attendance.objects.create(session=each, child=child, state="present", recorded_at=now)
    take(now)


def test_every_page_of_open_figures_is_accessible(page_at):
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            for address in half(("/donnees/", SETS, f"{SETS}a1-g1-e1-i1-ensemble-2026/"), width, scheme):
                page.goto(address)
                found += violations(page)
    assert found == [], found


def test_they_hold_on_a_narrow_phone(page_at):
    page = page_at(width=320)
    for address in (SETS, f"{SETS}a1-g1-e1-i1-ensemble-2026/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_table_is_taken_away_without_javascript(page_at):
    page = page_at(javascript=False)
    page.goto("/donnees/")
    page.get_by_role("link", name="Tous les jeux de données, avec le sens de leurs colonnes").click()
    page.get_by_role("link", name="Toute la ville").first.click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Tableau").click()
    assert started.value.suggested_filename == "a1-g1-e1-i1-ensemble-2026.csv"
