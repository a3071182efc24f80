"""A school and its out-of-class care in a real browser: without a script, on a phone, on paper, with too much of it."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect

from preau.people.accounts.hand import Hand
from preau.plan.articulation.enums import Side
from preau.plan.articulation.models import SitePair, WeekEntry
from preau.plan.articulation.planning import EntryFacts, add_entry
from preau.plan.sheets.models import ActionSheet
from tests.cast import make_person, make_plan
from tests.cast.sites import make_living_site, make_pair, write_and_publish
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BASE = "/atelier/sites/les-tilleuls/"
LONG = "Anticonstitutionnellement" * 4


def _people(pair: SitePair):
    return (
        make_person("contributor", name="Claire Aubin", organisation=pair.school),
        make_person("contributor", name="Samira Haddou", organisation=pair.care),
    )


def _fill(pair: SitePair, count: int, now) -> None:
    for number in range(count):
        facts = EntryFacts(
            title=LONG if number % 40 == 0 else f"Atelier {number}",
            weekday=(0, 1, 2, 3, 4)[number % 5],
            band="evening",
            starts_at=time(16, 30),
            ends_at=time(17 + number % 2, 0),
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 8, 31),
            age_from=3 + number % 6,
            age_to=6 + number % 6,
            group=f"Groupe {number % 12}" if number % 3 else "",
            theme=("sport", "culture", "")[number % 3],
            leader="l’équipe du soir et les bénévoles du quartier",
            lead=pair.care,
        )
        add_entry(pair.site, facts, hand=Hand(None, now))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_one_side_are_readable_whatever_they_hold(page_at, width, scheme, now):
    make_plan(shown=True)
    pair = make_living_site()
    head, _ = _people(pair)
    _fill(pair, 60, now)
    page = page_at(width=width, scheme=scheme)
    log_in(page, head.email)
    found: list[str] = []
    paths = ("projets/", "projets/ecole/", "semaine/", f"semaine/{WeekEntry.objects.first().pk}/modifier/")
    for path in half(paths, width, scheme):
        answer = page.goto(f"{BASE}{path}")
        assert answer is not None and answer.status == 200, path
        found += violations(page)
    assert found == []


def test_both_sides_meet_without_a_script(page_at):
    make_plan(shown=True)
    pair = make_pair()
    write_and_publish(pair, Side.CARE)
    head, manager = _people(pair)
    page = page_at(javascript=False)
    log_in(page, head.email)
    page.goto(f"{BASE}projets/")
    page.click("text=Écrire notre projet")
    page.fill("textarea[name=text]", "Nous cultivons un potager.")
    page.fill("[name=priorites-0-title]", "Cultiver")
    page.fill("[name=periodes-0-starts_on]", "2027-01-04")
    page.fill("[name=periodes-0-ends_on]", "2027-02-05")
    page.select_option("[name=periodes-0-theme]", "food")
    page.click("button:has-text('Publier')")
    page.wait_for_selector("text=Votre projet est publié")
    page.click("text=Ouvrir ce projet")
    page.click("button:has-text('En faire une fiche commune') >> nth=0")
    page.wait_for_url("**/atelier/fiches/*/")
    assert ActionSheet.objects.get().co_owner == pair.care
    page.context.clear_cookies()
    log_in(page, manager.email)
    page.goto("/atelier/nouvelles/")
    expect(page.locator("button.news-title:has-text('Une fiche commune vous attend')")).to_have_count(1)


def test_signs_are_counted_while_they_are_typed(page_at):
    pair = make_pair()
    head, _ = _people(pair)
    page = page_at()
    log_in(page, head.email)
    page.goto(f"{BASE}projets/ecole/")
    page.fill("textarea[name=text]", "a" * 6001)
    count = page.locator("[data-preau-count-of]")
    expect(count.locator("span").first).to_have_text("6 001 signes sur 6 000")
    expect(count).to_contain_class("over")


def test_the_week_is_one_landscape_sheet_of_paper_and_reads_day_by_day_on_a_phone(page_at):
    pair = make_living_site()
    head, _ = _people(pair)
    page = page_at()
    log_in(page, head.email)
    page.goto(f"{BASE}semaine/")
    paper = page.pdf(prefer_css_page_size=True)
    [box] = set(re.findall(rb"/MediaBox ?\[([\d. ]+)\]", paper))
    _, _, width, height = map(float, box.split())
    assert (round(width), round(height)) == (842, 595)
    page.set_viewport_size({"width": 390, "height": 844})
    tops = page.eval_on_selector_all("table.week tbody th", "all => all.map(each => each.getBoundingClientRect().top)")
    lefts = page.eval_on_selector_all(
        "table.week tbody td", "all => all.map(each => each.getBoundingClientRect().left)"
    )
    assert tops == sorted(tops) and len(set(lefts) - {0}) == 1
    expect(page.get_by_role("rowheader")).to_have_count(5)
