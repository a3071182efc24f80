"""The desk reads a campaign child by child; whoever takes the list away is written down, and parents read it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from preau.offer.campaigns.models import Application
from preau.people.audit.models import AuditEvent
from preau.people.households.models import FileReading
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 9, tzinfo=UTC), tick=False)
    client = Client()
    client.agent = make_person("family_agent")
    client.force_login(client.agent)
    return client


def _to(name, campaign):
    return reverse(f"workspace:{name}", args=[campaign.slug])


def _named(application, first, last):
    application.child.first_name, application.child.last_name = first, last
    application.child.save()
    return application


def test_filters_say_how_many_they_show_and_a_name_is_posted_never_written_in_an_address(desk):
    campaign = make_campaign("open")
    zoe = _named(make_application(campaign, ("Judo", "Poterie")), "Zoé", "Martin")
    ali = _named(make_application(campaign, ("Judo",)), "Ali", "Diallo")
    Application.objects.filter(pk=ali.pk).update(state="draft", channel="paper")
    page = desk.get(_to("campaign_applications", campaign)).content.decode()
    assert page.index("Ali Diallo") < page.index("Zoé Martin") and "2 vœux, d’abord Judo" in page
    drafts = desk.get(_to("campaign_applications", campaign) + "?etat=brouillons&par=papier&avec=tout")
    assert [row.application for row in drafts.context["rows"]] == [ali]
    assert drafts.context["filtered"].about == "Brouillons, sur papier"
    assert "n’a pas encore été appelée" in drafts.content.decode()
    found = desk.post(_to("campaign_applications", campaign), {"mots": "  MARTIN zo "})
    assert [row.application for row in found.context["rows"]] == [zoe] and found.status_code == 200
    nobody = desk.post(_to("campaign_applications", campaign), {"mots": "<b>\0x"})
    assert nobody.status_code == 200 and "<b>x" not in nobody.content.decode()
    assert "no-store" in nobody.headers["Cache-Control"]


def test_each_child_on_the_page_has_one_line_about_it_and_no_other_child(desk):
    campaign = make_campaign("open")
    applications = [make_application(campaign, ("Judo",)) for _each in range(52)]
    assert "page 1 sur 2" in desk.get(_to("campaign_applications", campaign)).content.decode()
    assert FileReading.objects.count() == 50
    desk.get(_to("campaign_applications", campaign))
    assert FileReading.objects.count() == 50
    desk.get(_to("campaign_applications", campaign) + "?page=2")
    assert set(FileReading.objects.values_list("child", "part")) == {(each.child_id, "places") for each in applications}
    assert desk.get(_to("campaign_applications", campaign) + "?page=999").status_code == 200


@pytest.mark.parametrize(("name", "form"), [("table", "csv"), ("print", "pdf")])
def test_a_list_that_leaves_is_asked_for_written_in_the_journal_and_in_each_file(desk, name, form):
    campaign = make_campaign("open")
    _named(make_application(campaign, ("Judo",)), "=Zoé", "Martin")
    _named(make_application(campaign, ("Poterie",)), "Ali", "Diallo")
    address = _to(f"campaign_applications_{name}", campaign)
    assert desk.get(address).status_code == 405
    taken = desk.post(address + "?etat=envoyees", {"mots": "martin"})
    assert taken.status_code == 200 and "no-store" in taken.headers["Cache-Control"]
    assert AuditEvent.objects.get(verb="applications.taken").details == {"form": form, "children": 1}
    assert FileReading.objects.count() == 1
    if form == "csv":
        lines = taken.content.decode("utf-8-sig").splitlines()
        assert (
            lines[0].startswith("Nom de l’enfant;Prénom de l’enfant;Code") and "'=Zoé" in lines[1] and len(lines) == 2
        )
    else:
        words = PdfReader(BytesIO(taken.content)).pages[0].extract_text()
        assert "Martin" in words and "Diallo" not in words and "détruisez-la" in words


@pytest.mark.parametrize("role", ["coordinator", "elected", "agent", "administrator", "provider"])
def test_nobody_else_reads_the_list_nor_takes_it(client, role):
    campaign = make_campaign("open")
    make_application(campaign, ("Judo",))
    client.force_login(make_person(role))
    assert client.get(_to("campaign_applications", campaign)).status_code == 403
    for name in ("table", "print"):
        assert client.post(_to(f"campaign_applications_{name}", campaign)).status_code == 403
    assert not FileReading.objects.exists() and not AuditEvent.objects.filter(verb="applications.taken").exists()


def test_after_the_answers_the_desk_sees_who_has_not_answered(desk, time_machine):
    campaign = make_campaign("open", seats=1, titles=("Judo",))
    for _each in range(2):
        make_application(campaign, ("Judo",))
    walk(campaign, "notified")
    time_machine.move_to(datetime(2026, 12, 9, 9, tzinfo=UTC), tick=False)
    desk.force_login(desk.agent)
    page = desk.get(_to("campaign_applications", campaign) + "?reponse=proposee")
    assert len(page.context["rows"]) == 1 and "place proposée" in page.content.decode()
    assert "rang 1" in desk.get(_to("campaign_applications", campaign) + "?reponse=attente").content.decode()


def test_an_empty_campaign_says_so(desk):
    campaign = make_campaign("open")
    assert "Aucune demande encore" in desk.get(_to("campaign_applications", campaign)).content.decode()
