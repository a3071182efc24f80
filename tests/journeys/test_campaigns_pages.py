"""Campaigns in a real browser: nothing that axe finds, nothing that slides at 320 px, ranking by keyboard or no script."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.wishing import WishFacts, save, start
from preau.people.accounts.hand import Hand
from tests.cast import make_person
from tests.cast.campaigns import make_application, make_campaign, offers_by_title, walk
from tests.cast.families import make_small_family
from tests.journeys.browser import SCHEMES, WIDTHS, half, log_in, says, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def seen(page, paths) -> list[str]:
    found: list[str] = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path
        found += violations(page)
    return found


@pytest.fixture
def campaign():
    """Open now, whatever the day of the machine."""
    found = make_campaign("open")
    now = timezone.now()
    AllocationCampaign.objects.update(opens_at=now - timedelta(days=3), closes_at=now + timedelta(days=12))
    found.refresh_from_db()
    return found


@pytest.fixture
def family(campaign):
    return make_small_family("voeux")


def _person(family):
    return next(iter(family.adults.values())).account


def _listed() -> list[str]:
    rows = Application.objects.get().wishes.select_related("offer__unit__activity")
    return [each.offer.unit.activity.title for each in rows]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_families_and_of_everybody(page_at, width, scheme, campaign, family):
    child = family.children["child"].key
    told = _told(family)
    page = page_at(width=width, scheme=scheme)
    log_in(page, _person(family).email)
    paths = (
        f"/famille/campagnes/{campaign.slug}/{child}/",
        "/famille/campagnes/",
        f"/famille/campagnes/{told.slug}/{child}/envoi/",
        f"/famille/campagnes/{told.slug}/{child}/reponse/",
        f"/campagnes/{campaign.slug}/",
        f"/campagnes/{told.slug}/",
        f"/campagnes/{campaign.slug}/methode/",
        "/campagnes/",
    )
    assert seen(page, half(paths, width, scheme)) == []


def _told(family) -> AllocationCampaign:
    """Another one, whose families were told."""
    made = make_campaign("prepared", titles=("Escalade", "Aviron"), seats=1)
    AllocationCampaign.objects.filter(pk=made.pk).update(second_round=True, title="Midis du printemps")
    made = walk(AllocationCampaign.objects.get(pk=made.pk), "open")
    make_application(made, ("Escalade", "Aviron"), family=family)
    make_application(made, ("Escalade", "Aviron"), family=make_small_family("autre"))
    return walk(made, "notified")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_the_desk(page_at, width, scheme, campaign, family):
    asked = make_application_draft(campaign, family)
    campaign.priority_rules.filter(rank=1).update(criteria=["inclusion"])
    prepared = make_campaign("prepared", titles=("Escalade", "Aviron"))
    AllocationCampaign.objects.filter(pk=prepared.pk).update(title="Midis du printemps")
    offer = prepared.offers.first()
    page = page_at(width=width, scheme=scheme)
    log_in(page, make_person("family_agent").email)
    here = f"/atelier/campagnes/{prepared.slug}/"
    paths = (
        "/atelier/campagnes/",
        f"/atelier/campagnes/{campaign.slug}/",
        "/atelier/campagnes/nouvelle/",
        here,
        f"{here}regles/",
        f"{here}places/",
        f"{here}places/{offer.pk}/",
        f"{here}ensemble/",
        f"{here}attribution/",
        f"{here}etapes/adopt/",
        f"/atelier/campagnes/{campaign.slug}/demandes/{asked.key}/accompagnement/",
        f"/atelier/campagnes/{campaign.slug}/demandes/",
    )
    assert seen(page, half(paths, width, scheme)) == []


def make_application_draft(campaign, family) -> Application:
    adult, hand = next(iter(family.adults.values())), Hand(_person(family), timezone.now())
    asked = start(
        campaign,
        child=family.children["child"],
        household=next(iter(family.homes.values())),
        asked_by=adult,
        channel="online",
        hand=hand,
    )
    return save(asked, [WishFacts(offer=offers_by_title(campaign)["Judo"].pk)], seen_version=1, hand=hand)


def test_without_a_script_and_on_a_very_small_screen_wishes_are_chosen_ordered_sent_and_withdrawn(
    page_at, campaign, family
):
    page = page_at(width=320, javascript=False)
    log_in(page, _person(family).email)
    page.goto("/famille/campagnes/")
    page.locator(f"a[href$='/{family.children['child'].key}/']").first.click()
    for title in ("Judo", "Poterie", "Théâtre"):
        page.get_by_role("button", name=f"Ajouter « {title}").click()
    page.get_by_role("button", name="Monter « Théâtre »").click()
    page.get_by_role("button", name="Retirer « Poterie »").click()
    page.get_by_role("button", name="Ajouter « Poterie").wait_for()
    assert _listed() == ["Judo", "Théâtre"]
    assert violations_without_script(page) == 0
    page.get_by_role("button", name="Relire et envoyer").click()
    page.get_by_role("button", name="Envoyer les vœux").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("sont envoyés")
    assert Application.objects.get().state == "sent"
    page.get_by_role("link", name="Changer les vœux").click()
    page.get_by_role("button", name="Retirer la demande").click()
    says(page, "La demande est retirée")
    assert Application.objects.get().state == "withdrawn"


def violations_without_script(page) -> int:
    """Pixels that a page is too wide, measured from outside since no script runs in it."""
    box = page.locator("main").bounding_box()
    return max(0, round(box["x"] + box["width"]) - 320) if box else 0


def test_by_keyboard_alone_the_order_is_changed_said_and_kept_and_drafts_save_themselves(page_at, campaign, family):
    page = page_at(width=1280)
    log_in(page, _person(family).email)
    page.goto(f"/famille/campagnes/{campaign.slug}/{family.children['child'].key}/")
    for title in ("Judo", "Poterie"):
        page.get_by_role("button", name=f"Ajouter « {title}").press("Enter")
        page.get_by_role("button", name=f"Retirer « {title} »").wait_for()
    page.get_by_role("button", name="Monter « Poterie »").press("Enter")
    page.get_by_role("status").filter(has_text="« Poterie » est maintenant le vœu 1.").wait_for()
    assert _listed() == ["Poterie", "Judo"]
    expect(page.locator(":focus")).to_have_attribute("value", f"down:{_word('Poterie')}")
    page.get_by_label("Nombre d’activités souhaitées au plus").select_option("2")
    page.get_by_text("Enregistré", exact=True).wait_for()
    assert Application.objects.get().most == 2


def _word(title: str) -> str:
    return f"o{offers_by_title(AllocationCampaign.objects.get())[title].pk}"


def test_without_a_script_the_desk_finds_a_child_by_name_and_nothing_overflows_a_very_small_screen(
    page_at, campaign, family
):
    make_application_draft(campaign, family)
    child = family.children["child"]
    page = page_at(width=320, javascript=False)
    log_in(page, make_person("family_agent").email)
    page.goto(f"/atelier/campagnes/{campaign.slug}/demandes/")
    assert violations_without_script(page) == 0
    page.get_by_label("Nom d’un enfant").fill(child.last_name[:3].upper())
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("link", name=str(child))).to_be_visible()
    expect(page).not_to_have_url(re.compile(child.last_name[:3], re.IGNORECASE))


@pytest.mark.parametrize("width", [320, 390, 1100])
def test_applications_are_cards_where_a_table_has_no_room_and_still_a_table_for_who_listens(
    page_at, campaign, family, width
):
    make_application_draft(campaign, family)
    page = page_at(width=width)
    log_in(page, make_person("family_agent").email)
    page.goto(f"/atelier/campagnes/{campaign.slug}/demandes/")
    table = page.get_by_role("table")
    expect(table.get_by_role("rowheader", name=str(family.children["child"]))).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_count(4)
    expect(table.get_by_role("cell")).to_have_count(3)
    hidden = "document.querySelector('.stackable').scrollWidth - document.querySelector('.stackable').clientWidth"
    assert page.evaluate(hidden) == 0
    assert violations(page) == []
