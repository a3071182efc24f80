"""Evaluation in a real browser: readable on any screen; a partner contributes, a committee adopts, without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.observatory.evaluation.concluding import dissent
from preau.observatory.evaluation.models import Evaluation
from tests.cast.evaluation import (
    HAND,
    culture,
    make_evaluation,
    make_survey,
    make_typed_indicator,
    the_contribution,
    the_verdict,
)
from tests.cast.people import make_person
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/atelier/evaluation/"


def _year() -> tuple[Evaluation, tuple[str, ...]]:
    """A year under discussion, one that was adopted, one that is open, a survey and a target to set."""
    indicator = make_typed_indicator()
    make_evaluation("adopted", year=2024)
    opened = make_evaluation("open", year=2026)
    review = make_evaluation("review")
    dissent(the_verdict(review), culture(), "Nous avons vu l’inverse.", hand=HAND)
    survey = make_survey()
    effect, mine = f"{review.pk}/effets/a1-g1-e1/", f"{opened.pk}/contributions/{the_contribution(opened).pk}/"
    settled = Evaluation.objects.get(school_year=2024).pk
    return review, (
        "", "preparation/", "enquetes/", "enquetes/ajout/", f"enquetes/{survey.pk}/", "cibles/",
        f"cibles/{indicator.pk}/", "fil/a1-g1-o2/", f"{review.pk}/", f"{review.pk}/question/", f"{review.pk}/ouverture/",
        f"{opened.pk}/cloture/", f"{review.pk}/reouverture/", f"{opened.pk}/avancement/", mine, effect,
        f"{effect}verdict/", f"{effect}adoption/", f"{review.pk}/adoption/", f"{settled}/", f"{settled}/publication/",
    )  # fmt: skip


def test_every_page_of_an_evaluation_is_accessible(page_at):
    _review, addresses = _year()
    person = make_person("coordinator")
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = page_at(width=width, scheme=scheme)
            log_in(page, person.email)
            for address in half(addresses, width, scheme):
                page.goto(HOME + address)
                for summary in page.query_selector_all("details.reveal > summary"):
                    summary.click()
                found += violations(page)
    assert found == [], found


def test_they_hold_on_a_narrow_phone(page_at):
    review, addresses = _year()
    page = page_at(width=320)
    log_in(page, make_person("coordinator").email)
    for address in addresses:
        page.goto(HOME + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert review.pk


def test_a_partner_keeps_a_draft_then_hands_it_in_without_javascript(page_at):
    evaluation = make_evaluation("open")
    person = make_person("contributor")
    page = page_at(width=390, javascript=False)
    log_in(page, person.email)
    page.goto(f"{HOME}{evaluation.pk}/contributions/")
    page.click("text=Ouvrir les bassins")
    page.fill("textarea[name=helped]", "Le car.")
    page.click("text=Garder en brouillon")
    says(page, "Le brouillon est enregistré")
    expect(page.locator("textarea[name=helped]")).to_have_value("Le car.")
    page.fill("textarea[name=done]", "Douze séances au bassin.")
    page.click("text=Remettre ma contribution")
    page.wait_for_url(f"**/evaluation/{evaluation.pk}/contributions/")
    says(page, "Tout est remis, merci")
    assert the_contribution(evaluation).is_handed_in


def test_the_coordination_records_that_the_committee_adopted_a_verdict_without_javascript(page_at):
    make_typed_indicator()
    evaluation = make_evaluation("review")
    page = page_at(javascript=False)
    log_in(page, make_person("coordinator").email)
    page.goto(f"{HOME}{evaluation.pk}/")
    page.click("text=Plus d’enfants vont au spectacle")
    page.click("text=Enregistrer l’adoption par le comité")
    page.fill("input[name=held_on]", "2026-10-20")
    page.click("button:has-text('Enregistrer l’adoption')")
    page.wait_for_url("**/effets/a1-g1-e1/")
    says(page, "Ses chiffres sont arrêtés")
    verdict = the_verdict(evaluation)
    assert verdict.is_adopted and verdict.figures.count() == 2
