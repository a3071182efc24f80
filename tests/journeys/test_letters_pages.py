"""Answers, letters, exceptions and appeals in a real browser: the family's pages, the desk's, the public count."""

from __future__ import annotations

import pytest
from django.utils import timezone

from preau.offer.campaigns.appealing import contest
from preau.offer.campaigns.models import AllocationCampaign, Appeal, CampaignStep, Override
from preau.offer.enrolment.models import Enrolment
from preau.people.accounts.hand import Hand
from tests.cast import make_person
from tests.cast.campaigns import make_application, make_campaign, make_override, walk
from tests.cast.families import make_paper_family, make_two_homes
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told():
    """Told today: one place of judo for Zélie, Awa and three others; Awa's family is on paper."""
    campaign = make_campaign("open", seats=1, titles=("Judo",))
    family = make_two_homes()
    application = make_application(campaign, ("Judo",), family=family, child="Zélie")
    make_application(campaign, ("Judo",), family=make_paper_family(), child="Awa")
    for _each in range(3):
        make_application(campaign, ("Judo",))
    walk(campaign, "notified")
    now = timezone.now()
    CampaignStep.objects.filter(step="notify").update(at=now)
    AllocationCampaign.objects.update(answer_until=now)
    application.refresh_from_db()
    return application


@pytest.fixture
def agents(told):
    return [make_person("family_agent", name=name) for name in ("Ada Première", "Béa Seconde")]


def _waits(told):
    child = Enrolment.objects.filter(state="waiting").order_by("queue_number").last().child
    return told.campaign.applications.get(child=child)


def _addresses(told, agents) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(the family's pages, the desk's)."""
    mother = told.asked_by
    appeal = contest(
        told, ground="data", words="Une longue phrase. " * 30, asked_by=mother, channel="online",
        hand=Hand(mother.account, timezone.now()),
    )  # fmt: skip
    waiting = _waits(told)
    held = make_override(waiting, by=agents[1])
    slug = told.campaign.slug
    family, desk = f"/famille/campagnes/{slug}/{told.child.key}", f"/atelier/campagnes/{slug}"
    return (f"{family}/reponse/", f"{family}/nouvel-examen/"), (
        f"{desk}/", f"{desk}/lettres/", f"{desk}/exceptions/", f"{desk}/exceptions/{held.key}/", f"{desk}/recours/",
        f"{desk}/recours/{appeal.key}/", f"{desk}/demandes/{told.key}/", f"{desk}/demandes/{told.key}/recours/",
        f"{desk}/demandes/{waiting.key}/exception/",
    )  # fmt: skip


def test_every_page_is_accessible_on_a_phone_and_at_a_desk_by_day_and_by_night(page_at, told, agents):
    family, desk = _addresses(told, agents)
    found = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            for who, addresses in ((told.asked_by.account, family), (agents[0], desk)):
                page = page_at(width=width, scheme=scheme)
                log_in(page, who.email)
                for address in half(addresses, width, scheme):
                    page.goto(address)
                    found += violations(page)
    page = page_at()
    page.goto(f"/campagnes/{told.campaign.slug}/")
    found += violations(page)
    assert found == []


def test_an_answer_and_an_appeal_hold_on_a_narrow_phone(page_at, told, agents):
    family, desk = _addresses(told, agents)
    page = page_at(width=320)
    log_in(page, told.asked_by.account.email)
    for address in family:
        page.goto(address)
        assert_accessible(page)
    page = page_at(width=320)
    log_in(page, agents[0].email)
    for address in desk[1:6]:
        page.goto(address)
        assert_accessible(page)


def test_a_guardian_contests_and_the_desk_answers_without_any_script(page_at, told, agents):
    page = page_at(javascript=False)
    log_in(page, told.asked_by.account.email)
    page.goto(f"/famille/campagnes/{told.campaign.slug}/{told.child.key}/reponse/")
    page.get_by_role("link", name="Demander un nouvel examen").click()
    page.get_by_label("Le calcul ne pouvait pas connaître notre situation").check()
    page.get_by_label("Dites-le avec vos mots").fill("Je travaille le mercredi, et le centre est loin.")
    page.get_by_role("button", name="Envoyer ma demande").click()
    page.get_by_text("Réponse de la ville avant le").wait_for()
    desk = page_at(javascript=False)
    log_in(desk, agents[0].email)
    desk.goto(f"/atelier/campagnes/{told.campaign.slug}/recours/")
    desk.get_by_role("link", name="Zélie Kerbrat").click()
    desk.get_by_label("La décision est maintenue").check()
    desk.get_by_label("Réponse à la famille").fill("Nous avons relu votre dossier : tout y est juste.")
    desk.get_by_role("button", name="Donner cette réponse").click()
    desk.get_by_text("Ce que la ville a répondu").wait_for()
    page.reload()
    page.get_by_role("heading", name="La décision est maintenue").wait_for()
    assert Appeal.objects.get().answered_by == agents[0]


def test_two_agents_give_a_place_with_the_keyboard_alone(page_at, told, agents):
    waiting = _waits(told)
    page = page_at()
    log_in(page, agents[0].email)
    page.goto(f"/atelier/campagnes/{told.campaign.slug}/demandes/{waiting.key}/exception/")
    page.get_by_label("Renseignement corrigé").focus()
    page.keyboard.press("Space")
    page.get_by_label("Ce qui le justifie").focus()
    page.keyboard.type("Une adresse mal lue.")
    page.get_by_role("button", name="Demander la signature").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Une autre personne de l’accueil doit la relire").wait_for()
    second = page_at()
    log_in(second, agents[1].email)
    second.goto(f"/atelier/campagnes/{told.campaign.slug}/exceptions/{Override.objects.get().key}/")
    second.get_by_role("button", name="Signer et donner la place").focus()
    second.keyboard.press("Enter")
    second.get_by_text("C’est signé").wait_for()
    assert Enrolment.objects.get(child=waiting.child).state == "offered"
