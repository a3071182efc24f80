"""The desk prepares, votes, announces and follows a campaign; nobody changes what was voted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from preau.offer.allocation import verify
from preau.offer.campaigns.models import AllocationCampaign
from preau.offer.enrolment.taking import expire
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.cast.enrolment import make_unit
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    client = Client()
    client.agent = make_person("family_agent")
    client.force_login(client.agent)
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


def test_reserves_groups_asked_together_and_ways_are_set_before_the_vote(desk, time_machine):
    time_machine.move_to(datetime(2026, 10, 9, 9, tzinfo=UTC), tick=False)
    campaign = make_campaign("prepared", seats=4)
    judo, pottery = campaign.offers.order_by("pk")[:2]
    page = _to("campaign_offer", campaign, judo.pk)
    kept = {"p0-criterion": "inclusion", "p0-kind": "hard", "p0-order": "before", "seats": 4}
    empty = {"p1-kind": "soft", "p1-order": "after"}
    assert desk.post(page, kept | empty).status_code == 422  # without hours
    assert desk.post(page, kept | empty | {"p0-hours": "0.1"}).status_code == 422  # too few for a child
    assert desk.post(page, kept | empty | {"p0-hours": "4"}).status_code == 302
    reserve = judo.reserves.get()
    assert (reserve.criterion, reserve.staff_minutes, reserve.kind) == ("inclusion", 240, "hard") and reserve.seats
    assert "avec l’accompagnement" in desk.get(_to("campaign_offers", campaign)).content.decode()
    assert desk.get(page).status_code == 200
    bundles = _to("campaign_bundles", campaign)
    assert desk.post(bundles, {"label": "Deux", "offers": [judo.pk]}).status_code == 422
    assert desk.post(bundles, {"label": "Deux", "offers": [judo.pk, pottery.pk]}).status_code == 302
    assert "Deux" in desk.get(bundles).content.decode()
    gone = _to("campaign_bundle_removal", campaign, campaign.bundles.get().pk)
    assert desk.post(gone).status_code == 302 and not campaign.bundles.exists()
    ways = {"second_round": "on", "travel_minutes": 10, "low_quotient": 700}
    assert desk.post(_to("campaign_ways", campaign), ways | {"travel_minutes": -1}).status_code == 422
    assert desk.post(_to("campaign_ways", campaign), ways).status_code == 302
    found = AllocationCampaign.objects.get()
    assert (found.second_round, found.first_activity_first, found.travel_minutes) == (True, False, 10)
    walk(found, "rules_adopted")
    for way in (page, bundles, _to("campaign_ways", campaign)):
        assert desk.post(way, kept | empty | ways | {"p0-hours": "4", "label": "x", "offers": [judo.pk, pottery.pk]}
        ).status_code == 422  # fmt: skip


def test_a_second_round_is_run_from_the_desk_after_the_answers_and_its_file_is_published(desk, client, time_machine):
    campaign = make_campaign("prepared")
    AllocationCampaign.objects.update(second_round=True)
    campaign = walk(AllocationCampaign.objects.get(), "open")
    for _each in range(3):
        make_application(campaign, ("Judo", "Poterie"))
    campaign = walk(campaign, "notified")
    time_machine.move_to(datetime(2026, 12, 9, 9, tzinfo=UTC), tick=False)
    desk.force_login(desk.agent)
    assert "etapes/second" not in desk.get(_to("campaign", campaign)).content.decode()  # families still answer
    assert "etapes/settle" not in desk.get(_to("campaign", campaign)).content.decode()
    assert desk.post(_to("campaign_step", campaign, "second")).status_code == 422
    time_machine.move_to(datetime(2026, 12, 20, 9, tzinfo=UTC), tick=False)
    desk.force_login(desk.agent)
    expire(now=datetime(2026, 12, 20, 9, tzinfo=UTC))
    assert "Faire le second tour" in desk.get(_to("campaign", campaign)).content.decode()
    assert desk.post(_to("campaign_step", campaign, "second")).status_code == 302
    published = client.get(reverse("public:campaign_second_file", args=[campaign.slug]))
    assert published.status_code == 200 and not list(verify(published.content.decode()))
    assert "second tour" in client.get(reverse("public:campaign", args=[campaign.slug])).content.decode()
    assert desk.post(_to("campaign_step", campaign, "settle")).status_code == 302


def test_the_desk_follows_the_window_by_day_and_by_activity_without_a_name(desk, time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 10, tzinfo=UTC), tick=False)
    campaign = make_campaign("open")
    for wishes in (("Judo", "Poterie"), ("Poterie",)):
        make_application(campaign, wishes)
    desk.force_login(desk.agent)
    page = desk.get(_to("campaign", campaign))
    assert [(each.on.isoformat(), each.started, each.sent) for each in page.context["days"]] == [("2026-11-24", 2, 2)]
    told = {each.unit.activity.title: (each.asked, each.first) for each in page.context["offers"]}
    assert told["Judo"] == (1, 1) and told["Poterie"] == (2, 1)
    assert "Enfant" not in page.content.decode()
    assert "etapes/close" not in page.content.decode()  # the window closes at its instant


def test_a_campaign_is_on_the_map_of_the_site_once_it_is_announced(client):
    campaign = make_campaign("rules_adopted")
    page = reverse("public:campaign", args=[campaign.slug])
    assert page not in client.get("/sitemap.xml").content.decode()
    walk(campaign, "announced")
    assert page in client.get("/sitemap.xml").content.decode()
