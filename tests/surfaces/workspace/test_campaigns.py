"""The desk prepares, votes, announces and follows a campaign; nobody changes what was voted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from preau.offer.campaigns.models import AllocationCampaign
from tests.cast.campaigns import make_application, make_campaign
from tests.cast.enrolment import make_unit
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    client = Client()
    client.force_login(make_person("family_agent"))
    return client


def _to(name, campaign, *more):
    return reverse(f"workspace:{name}", args=[campaign.slug, *more])


def test_places_and_rules_are_chosen_then_voted_and_fixed(desk, time_machine):
    time_machine.move_to(datetime(2026, 10, 9, 9, tzinfo=UTC), tick=False)
    campaign = make_campaign("prepared")
    unit = make_unit("Escalade", capacity=5, weekday=1)
    assert desk.post(_to("campaign_offers", campaign), {"unit": unit.pk, "seats": 9}).status_code == 422
    assert desk.post(_to("campaign_offers", campaign), {"unit": unit.pk, "seats": 4}).status_code == 302
    rules = {"r0-label": "habitants", "r0-criteria": ["resident"]}
    assert desk.post(_to("campaign_rules", campaign), {"r0-criteria": ["resident"]}).status_code == 422
    assert desk.post(_to("campaign_rules", campaign), rules).status_code == 302
    vote = {"resolution_number": "2026-118", "resolution_on": "2026-10-08", "officer_opinion": "Favorable."}
    assert desk.post(_to("campaign_step", campaign, "adopt"), {}).status_code == 422
    assert desk.post(_to("campaign_step", campaign, "adopt"), vote).status_code == 302
    assert desk.post(_to("campaign_rules", campaign), rules).status_code == 422
    said = desk.post(_to("campaign_step", campaign, "announce"), {"public_source": "tirage du 5 décembre"})
    assert said.status_code == 302
    assert AllocationCampaign.objects.get().state == "announced"
    assert desk.post(_to("campaign_step", campaign, "open")).status_code == 422  # before the instant that was voted


def test_who_stopped_half_way_is_called_once(desk, time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 9, tzinfo=UTC), tick=False)
    campaign = make_campaign("open")
    application = make_application(campaign, ("Judo",))
    application.state = "draft"
    application.save()
    assert "Noter l’appel" in desk.get(_to("campaign", campaign)).content.decode()
    assert desk.post(_to("application_reminder", campaign, application.key)).status_code == 302
    assert "rappelé le" in desk.get(_to("campaign", campaign)).content.decode()
    assert desk.post(_to("campaign_trial", campaign)).status_code == 302
    assert campaign.runs.get().kind == "simulation"
