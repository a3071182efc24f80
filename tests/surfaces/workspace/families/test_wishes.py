"""Wishes at the counter: the verbs of the family, in the name of who asked, a receipt at each turn; the form on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.reserving import bundle_offers
from preau.offer.campaigns.wishing import save, start
from preau.people.accounts.hand import Hand
from preau.people.counter.models import Receipt
from preau.people.households.models import FileReading
from tests.cast.campaigns import (
    OPEN,
    PREPARED,
    WishFacts,
    make_application,
    make_campaign,
    offers_by_title,
    walk,
)
from tests.surfaces.workspace.families.test_counter import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(time_machine):
    time_machine.move_to(OPEN.now, tick=False)
    return make_campaign("open")


@pytest.fixture
def page(campaign, family, help_them):
    """The wishes of Zélie, while the agent acts for her mother."""
    return f"{help_them(family.adults['Salomé'])}enfants/{family.children['Zélie'].key}/voeux/{campaign.slug}/"


def _lines(receipt):
    return " ".join(receipt.lines)


def test_wishes_are_written_ordered_sent_changed_and_withdrawn_for_who_asked(desk, agent, campaign, family, page):
    words = {title: f"o{offer.pk}" for title, offer in offers_by_title(campaign).items()}
    assert "Mercredis d’hiver" in text_of(desk.get(page.removesuffix(f"{campaign.slug}/")))
    assert not Application.objects.exists() and desk.get(page).status_code == 200
    first = {"do": f"add:{words['Judo']}", "version": 1, "together": "on"}
    assert desk.post(page, first)["Location"] == page
    listed = {"wish": [words["Judo"], words["Poterie"]], "do": f"up:{words['Poterie']}", "version": 2}
    assert desk.post(page, listed).status_code == 302
    asked = Application.objects.get()
    assert (asked.asked_by, asked.channel, asked.entered_by, asked.household) == (
        family.adults["Salomé"],
        "counter",
        agent,
        family.homes["mother"],
    )
    assert not Receipt.objects.filter(procedure="wishes").exists()
    assert "Relisez l’ordre à voix haute" in text_of(desk.get(f"{page}envoi/"))
    sent = desk.post(f"{page}envoi/", follow=True)
    assert "Imprimer le récépissé" in text_of(sent)
    receipt = Receipt.objects.get(procedure="wishes")
    said = _lines(receipt)
    assert said.index("1. Poterie") < said.index("2. Judo") and asked.code in said
    assert receipt.child == family.children["Zélie"] and receipt.silence_on
    asked.refresh_from_db()
    changed = {"wish": [words["Judo"]], "do": "save", "version": asked.version}
    assert desk.post(page, changed).status_code == 302
    assert "sont changés : 1. Judo" in _lines(Receipt.objects.filter(procedure="wishes").first())
    assert desk.post(f"{page}retrait/").status_code == 302
    assert Application.objects.get().state == "withdrawn"
    assert "est retirée" in _lines(Receipt.objects.filter(procedure="wishes").first())
    assert Receipt.objects.filter(procedure="wishes").count() == 3


def test_what_was_typed_is_kept_when_a_parent_saved_meanwhile_or_the_window_closed(
    desk, campaign, family, page, time_machine
):
    offers, salome = offers_by_title(campaign), family.adults["Salomé"]
    hand = Hand(salome.account, OPEN.now)
    made = start(
        campaign,
        child=family.children["Zélie"],
        household=family.homes["mother"],
        asked_by=salome,
        channel="online",
        hand=hand,
    )
    save(made, [WishFacts(offer=offers["Judo"].pk)], seen_version=1, hand=hand)
    late = desk.post(page, {"wish": f"o{offers['Théâtre'].pk}", "do": "save", "version": 1})
    assert late.status_code == 422 and f'value="o{offers["Théâtre"].pk}"' in late.content.decode()
    AllocationCampaign.objects.filter(pk=campaign.pk).update(closes_at=OPEN.now)
    closed = desk.post(page, {"wish": f"o{offers['Théâtre'].pk}", "do": "save", "version": 2})
    assert closed.status_code == 422 and "ne s’écrivent pas maintenant" in text_of(closed)


def test_without_a_mandate_for_wishes_identity_comes_first(desk, campaign, family, help_them):
    address = help_them(family.adults["Salomé"], scopes=["family_file", "register"])
    page = f"{address}enfants/{family.children['Zélie'].key}/voeux/{campaign.slug}/"
    for way in (page, f"{page}envoi/", f"{page}formulaire.pdf", page.removesuffix(f"{campaign.slug}/")):
        assert desk.get(way)["Location"] == f"{address}aide/"
    assert desk.post(f"{page}retrait/")["Location"] == f"{address}aide/"
    assert not Application.objects.exists()


def test_nobody_writes_for_a_child_from_whom_they_are_kept_nor_for_another_campaign(desk, campaign, family, page):
    stranger = page.replace(str(family.children["Zélie"].key), "00000000-0000-4000-8000-000000000000")
    assert desk.get(stranger).status_code == 404
    assert desk.get(page.replace(campaign.slug, "nulle-part")).status_code == 404
    AllocationCampaign.objects.filter(pk=campaign.pk).update(state="rules_adopted")
    assert desk.get(page).status_code == 404  # not announced yet


def test_the_page_opened_is_a_reading_that_parents_see(desk, family, page):
    FileReading.objects.all().delete()
    desk.get(page)
    assert FileReading.objects.filter(child=family.children["Zélie"]).exists()


def test_the_form_on_paper_lists_what_this_campaign_gives(desk, client, campaign, family, page):
    blank = client.get(f"/campagnes/{campaign.slug}/formulaire.pdf")
    words = " ".join(each.extract_text() for each in PdfReader(BytesIO(blank.content)).pages)
    assert all(title in words for title in ("Judo", "Poterie", "Théâtre", "Natation", "Vos vœux"))
    assert "Zélie" not in words
    filled = desk.get(f"{page}formulaire.pdf")
    assert "Zélie" in "".join(each.extract_text() for each in PdfReader(BytesIO(filled.content)).pages)


def test_bundles_are_on_the_form_with_their_days(client, time_machine):
    time_machine.move_to(OPEN.now, tick=False)
    campaign = make_campaign("prepared")
    offers = offers_by_title(campaign)
    bundle_offers(campaign, "Judo et poterie", [offers["Judo"], offers["Poterie"]], hand=PREPARED)
    walk(campaign, "announced")
    blank = client.get(f"/campagnes/{campaign.slug}/formulaire.pdf")
    assert "Judo et poterie" in "".join(each.extract_text() for each in PdfReader(BytesIO(blank.content)).pages)


def test_who_asks_from_the_other_home_is_not_told_the_code_of_the_demand(desk, campaign, family, help_them):
    """It opens the line of the published file, where the class of the home that asked is read."""
    asked = make_application(campaign, ("Judo",), family=family, child="Zélie")
    assert asked.household == family.homes["mother"]
    child = f"enfants/{family.children['Zélie'].key}/voeux/{campaign.slug}/envoi/"
    theirs = f"{help_them(family.adults['Yann'])}{child}"
    desk.post(theirs)
    told = _lines(Receipt.objects.get(procedure="wishes"))
    assert "Toutes les familles ont leur réponse en même temps." in told
    assert asked.code not in told and asked.code not in text_of(desk.get(theirs))
    ours = f"{help_them(family.adults['Salomé'])}{child}"
    desk.post(ours)
    assert asked.code in _lines(Receipt.objects.get(procedure="wishes", principal=family.adults["Salomé"]))
    assert asked.code in text_of(desk.get(ours))
