"""The desk prints the letters of a campaign together, and notes once that they were posted."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from preau.offer.campaigns.models import Letter
from preau.people.audit.models import AuditEvent
from preau.people.households.models import FileReading
from tests.cast.campaigns import make_application, make_campaign, make_decided, walk
from tests.cast.families import make_paper_family
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def desk(time_machine):
    time_machine.move_to(AFTER, tick=False)
    client = Client()
    client.force_login(make_person("family_agent"))
    return client


@pytest.fixture
def awa(time_machine):
    campaign = make_campaign("open", titles=("Judo",))
    application = make_application(campaign, ("Judo",), family=make_paper_family(), child="Awa")
    walk(campaign, "notified")
    return application


def _to(name, application, *more):
    return reverse(f"workspace:{name}", args=[application.campaign.slug, *more])


def _key(application):
    return f"decision:{application.key}:{application.asked_by.key}"


def test_ticked_letters_are_one_document_and_each_child_has_a_line_about_it(awa, desk):
    assert "31 cité des Coteaux" in desk.get(_to("campaign_letters", awa)).content.decode()
    printed = desk.post(_to("campaign_letters_print", awa), {"letter": _key(awa)})
    assert printed.headers["Content-Type"] == "application/pdf"
    assert "Bonjour Mariam Traoré" in PdfReader(BytesIO(printed.content)).pages[0].extract_text()
    assert FileReading.objects.filter(child=awa.child).count() == 1
    assert desk.post(_to("campaign_letters", awa), {"letter": _key(awa)}).status_code == 302
    assert Letter.objects.get().posted_by is not None
    assert AuditEvent.objects.filter(verb="letters.posted").count() == 1
    assert "Rien à poster" in desk.get(_to("campaign_letters", awa)).content.decode()


@pytest.mark.parametrize("ticked", ["", "x", "decision:0:0"])
def test_nothing_that_is_not_to_post_is_printed_or_noted(awa, desk, ticked):
    for name in ("campaign_letters_print", "campaign_letters"):
        answer = desk.post(_to(name, awa), {"letter": ticked}, follow=True)
        assert "Aucune des lettres cochées" in answer.content.decode()
    assert not Letter.objects.exists()


def test_one_application_is_read_with_its_letters_and_its_reading_is_kept(awa, desk):
    page = desk.get(_to("campaign_application", awa, awa.key))
    assert "Vœu 1, Judo" in page.content.decode() and "à poster" in page.content.decode()
    letter = desk.get(_to("application_letter", awa, awa.key, awa.asked_by.key))
    assert letter.content.startswith(b"%PDF")
    _other, adult = make_decided("Poterie")
    assert desk.get(_to("application_letter", awa, awa.key, adult.key)).status_code == 404
    assert FileReading.objects.filter(child=awa.child).count() == 1


def test_nobody_opens_an_answer_before_the_families(desk):
    campaign = make_campaign("open", titles=("Judo",))
    application = make_application(campaign, ("Judo",))
    walk(campaign, "decided")
    assert desk.get(_to("campaign_application", application, application.key)).status_code == 404
    assert "Rien à poster" in desk.get(_to("campaign_letters", application)).content.decode()
