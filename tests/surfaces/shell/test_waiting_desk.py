"""What waits for the desk, and for nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.offer.attendance.models import FollowUp
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.enrolment.models import EnrolmentMessage
from preau.surfaces.shell.waiting.desk import families_to_call, letters_and_calls, wishes_half_way
from tests.cast import make_person
from tests.cast.campaigns import make_application, make_campaign
from tests.cast.enrolment import make_place

TODAY = date(2026, 11, 24)
pytestmark = pytest.mark.django_db


@pytest.fixture
def agent(db):
    return make_person("family_agent")


def test_a_family_without_mail_is_written_to_before_its_place_is_gone(agent, now, client, django_assert_num_queries):
    place = make_place()
    reader = make_person("reader")
    assert letters_and_calls([agent, reader], TODAY) == {}
    place.state, place.offered_until = "offered", now + timedelta(days=2)
    place.save()
    step = place.steps.create(step="offer", to_state="offered", at=now)
    EnrolmentMessage.objects.create(step=step, adult=place.asked_by, channel="phone", made_at=now)
    with django_assert_num_queries(2):
        told = letters_and_calls([agent, reader], TODAY)
    assert list(told) == [agent.pk]
    [thing] = told[agent.pk]
    assert (thing.title, thing.due_on) == ("1 famille à prévenir par courrier ou téléphone", date(2026, 11, 26))
    client.force_login(agent)
    assert client.get(thing.path).status_code == 200


def test_a_child_who_stopped_coming_is_a_family_to_call(agent, now):
    place = make_place()
    FollowUp.objects.create(child=place.child, unit=place.unit, since=TODAY, absences=3, opened_at=now)
    assert families_to_call([agent], TODAY)[agent.pk][0].title == "1 famille à rappeler"
    FollowUp.objects.update(closed_at=now, outcome="comes_back")
    assert families_to_call([agent], TODAY) == {}


def test_wishes_half_way_are_called_about_in_the_last_days_and_once(agent, now, client):
    make_application(make_campaign(), ("Judo",))
    Application.objects.update(state="draft", sent_at=None)
    assert wishes_half_way([agent], TODAY) == {}
    AllocationCampaign.objects.update(closes_at=now + timedelta(days=4))
    [thing] = wishes_half_way([agent], TODAY)[agent.pk]
    assert "1 famille s’est arrêtée" in thing.title and thing.due_on == date(2026, 11, 28)
    client.force_login(agent)
    assert client.get(thing.path).status_code == 200
    Application.objects.update(reminded_at=now)
    assert wishes_half_way([agent], TODAY) == {}
