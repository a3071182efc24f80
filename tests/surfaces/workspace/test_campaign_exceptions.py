"""An exception at the desk: one agent asks, another reads it again and signs; the family and the public read of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from preau.offer.campaigns.models import Override
from preau.offer.enrolment.models import Enrolment
from preau.surfaces.shell.waiting.campaigns import exceptions_to_sign
from tests.cast.campaigns import make_application, make_campaign, make_override, walk
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 12, 9, 9, tzinfo=UTC)


@pytest.fixture
def agents(time_machine):
    time_machine.move_to(AFTER, tick=False)
    return [make_person("family_agent", name=name) for name in ("Ada Première", "Béa Seconde")]


@pytest.fixture
def desks(agents):
    clients = [Client(), Client()]
    for client, agent in zip(clients, agents, strict=True):
        client.force_login(agent)
    return clients


@pytest.fixture
def waiting():
    campaign = make_campaign("open", seats=1, titles=("Judo",))
    for _each in range(3):
        make_application(campaign, ("Judo",))
    campaign = walk(campaign, "notified")
    return campaign.applications.get(child=Enrolment.objects.filter(state="waiting").order_by("queue_number")[1].child)


def _ask(client, application, **typed):
    path = reverse("workspace:application_override", args=[application.campaign.slug, application.key])
    offer = application.campaign.offers.get()
    facts = {"offer": offer.pk, "reason": "data_error", "seat": "extra", "words": "Adresse mal lue.", **typed}
    return client.post(path, facts)


def test_one_asks_another_signs_and_the_family_reads_why(desks, agents, waiting, time_machine):
    first, second = desks
    assert _ask(first, waiting, words="").status_code == 422
    assert _ask(first, waiting, seat="rank").status_code == 422
    assert _ask(first, waiting).status_code == 302
    held = Override.objects.get()
    path = reverse("workspace:campaign_override", args=[waiting.campaign.slug, held.key])
    told = exceptions_to_sign(agents, timezone.localdate())
    assert agents[0].pk not in told and told[agents[1].pk][0].path == path
    assert "Retirer la demande" in first.get(path).content.decode()
    assert first.post(path, {"do": "sign"}).status_code == 422
    refusal = second.post(path, {"do": "refuse", "why": ""})
    assert refusal.status_code == 422 and "Dites pourquoi" in refusal.content.decode()
    assert second.post(path, {"do": "sign"}).status_code == 302
    assert second.post(path, {"do": "sign"}).status_code == 422
    assert Enrolment.objects.get(child=waiting.child).state == "offered"
    parent = Client()
    parent.force_login(waiting.asked_by.account)
    answers = reverse("portal:wishes_answers", args=[waiting.campaign.slug, waiting.child.key])
    page = parent.get(answers).content.decode()
    assert "hors de l’ordre" in page and "renseignement corrigé" in page and "Adresse mal lue" not in page
    letter = reverse("portal:wishes_exception", args=[waiting.campaign.slug, waiting.child.key, held.key])
    assert parent.get(letter).content.startswith(b"%PDF")
    public = reverse("public:campaign", args=[waiting.campaign.slug])
    assert "<strong>Aucune</strong> au 1er décembre" in Client().get(public).content.decode()
    time_machine.move_to(datetime(2027, 1, 4, 9, tzinfo=UTC), tick=False)
    page = Client().get(public).content.decode()
    assert "<strong>Moins de cinq</strong>" in page and waiting.child.last_name not in page


def test_whoever_has_a_child_in_the_campaign_is_told_to_leave_it_to_another(desks, agents, waiting):
    adult = waiting.asked_by
    adult.account = agents[0]
    adult.save()

    answer = _ask(desks[0], waiting)
    assert answer.status_code == 422 and "Vous avez un enfant dans cette campagne" in answer.content.decode()
    assert "Adresse mal lue." in answer.content.decode()


def test_withdrawn_and_refused_requests_give_nothing(desks, agents, waiting):
    held = make_override(waiting, by=agents[0])
    path = reverse("workspace:campaign_override", args=[waiting.campaign.slug, held.key])
    assert desks[1].post(path, {"do": "withdraw"}).status_code == 422
    assert desks[0].post(path, {"do": "withdraw", "why": "Erreur."}).status_code == 302
    other = make_override(waiting, by=agents[0])
    path = reverse("workspace:campaign_override", args=[waiting.campaign.slug, other.key])
    assert desks[1].post(path, {"do": "burn"}).status_code == 422
    assert desks[1].post(path, {"do": "refuse", "why": "Rien ne le montre."}).status_code == 302
    shown = desks[1].get(reverse("workspace:campaign_overrides", args=[waiting.campaign.slug])).content.decode()
    assert "refusée" in shown and "retirée" in shown
    assert Enrolment.objects.get(child=waiting.child).state == "waiting"
