"""Drafting together in a real browser: with the keyboard and no script at all, then with what scripts add."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.plan.drafting.models import Suggestion
from preau.plan.structure.models import PlanItem
from tests.cast import PASSWORD, make_person, make_plan
from tests.journeys.browser import assert_accessible, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "/atelier/projet/a1-g1-o1/"
TEXT = "Offrir à chaque enfant deux sorties au théâtre par an"


@pytest.fixture
def awa(transactional_db):
    make_plan(shown=True)
    return make_person("contributor")


@pytest.fixture
def nadia(awa):
    return make_person("coordinator")


def test_propose_comment_accept_with_the_keyboard_and_no_script(page_at, awa, nadia):
    partner = page_at(width=390, javascript=False)
    log_in(partner, awa.email)
    partner.goto(HERE)
    partner.press("a:text-is('Proposer un changement')", "Enter")
    partner.fill("#id_text", TEXT)
    partner.fill("#id_reason", "Une fois, c’est découvrir ; deux, c’est aimer.")
    partner.press("button:text-is('Proposer')", "Enter")
    partner.wait_for_selector("text=Votre proposition est déposée")
    partner.fill("textarea[name=text]", "@Nadia Benhaddou, le théâtre a des places.")
    partner.press("button:text-is('Commenter')", "Enter")
    partner.wait_for_selector(".mention")

    coordinator = page_at(javascript=False)
    log_in(coordinator, nadia.email)
    coordinator.goto("/atelier/propositions/?axe=1")
    coordinator.press("summary:has-text('accepter en d’autres mots')", "Enter")
    coordinator.fill("textarea[name=wording]", f"{TEXT}, dont une en soirée")
    coordinator.press("button:text-is('Accepter ce texte')", "Enter")
    coordinator.wait_for_selector("text=La proposition est acceptée")
    assert PlanItem.objects.get(code="A1.G1.O1").text == f"{TEXT}, dont une en soirée"


def test_crossed_changes_are_shown_in_the_card_and_settled_there(page_at, awa, nadia):
    partner = page_at()
    log_in(partner, awa.email)
    partner.goto(f"{HERE}proposition/texte/")
    partner.fill("#id_text", TEXT)
    partner.click("button:text-is('Proposer')")
    partner.wait_for_selector("text=Votre proposition est déposée")
    item = PlanItem.objects.get(code="A1.G1.O1")
    item.text, item.version = item.text.replace("enfant", "élève"), 2
    item.save()

    page = page_at(width=390)
    log_in(page, nadia.email)
    page.goto("/atelier/propositions/?axe=1")
    page.click("button:has-text('Accepter'):not(:has-text('texte'))")
    page.wait_for_selector("text=Deux changements se croisent")
    assert_accessible(page)
    page.click("button:text-is('Accepter ce texte')")
    page.wait_for_selector(".tag.good:has-text('acceptée')")
    assert PlanItem.objects.get(code="A1.G1.O1").text == TEXT.replace("enfant", "élève")


def test_words_survive_a_closed_tab_and_a_lost_session_and_go_once_sent(page_at, awa):
    page = page_at()
    log_in(page, awa.email)
    page.goto(f"{HERE}proposition/texte/")
    page.fill("#id_text", TEXT)
    tab = page.context.new_page()
    page.close()
    tab.goto(f"{HERE}proposition/texte/")
    tab.wait_for_selector("text=Brouillon repris")
    expect(tab.locator("#id_text")).to_have_value(TEXT)
    assert_accessible(tab)

    tab.context.clear_cookies(name="sessionid")
    tab.click("button:text-is('Proposer')")
    tab.wait_for_selector("text=Votre session est terminée")
    assert_accessible(tab)
    tab.click("a:text-is('Se reconnecter')")
    tab.fill("input[name=login]", awa.email)
    tab.fill("input[name=password]", PASSWORD)
    tab.press("input[name=password]", "Enter")
    tab.wait_for_selector("text=Brouillon repris")
    expect(tab.locator("#id_text")).to_have_value(TEXT)
    tab.click("button:text-is('Proposer')")
    tab.wait_for_selector("text=Votre proposition est déposée")
    assert Suggestion.objects.latest("pk").new_text == TEXT
    tab.goto(f"{HERE}proposition/texte/")
    expect(tab.locator("#id_text")).not_to_have_value(TEXT)


def test_two_people_in_the_same_form_see_each_other(page_at, awa, nadia):
    other = make_person("coordinator", name="Yann Le Goff")
    first, second = page_at(), page_at(width=390)
    log_in(first, nadia.email)
    log_in(second, other.email)
    with first.expect_response(lambda answer: "/presence/" in answer.url):
        first.goto(f"{HERE}modifier/")
    second.goto(f"{HERE}modifier/")
    second.wait_for_selector("text=Nadia Benhaddou modifie aussi ce texte")
    assert_accessible(second)
