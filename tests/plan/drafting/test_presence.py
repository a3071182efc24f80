"""Who is writing in which item: told to the others, blocking nobody, forgotten within minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.plan.drafting.models import EditingPresence
from preau.plan.drafting.presence import be_there, leave, others_in
from preau.plan.drafting.tasks import forget_old_presences
from tests.cast import make_person, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return make_plan().items.get(code="A1.G1.O1")


@pytest.fixture
def nadia():
    return make_person("coordinator")


@pytest.fixture
def awa():
    return make_person("contributor")


def test_each_sees_the_other_and_not_themselves(item, nadia, awa, now):
    be_there(item, nadia, now=now)
    be_there(item, awa, now=now + timedelta(seconds=20))
    later = now + timedelta(seconds=30)
    assert [each.user for each in others_in(item, nadia, now=later)] == [awa]
    assert [each.user for each in others_in(item, awa, now=later)] == [nadia]


def test_saying_it_again_prolongs_the_same_presence(item, nadia, now):
    for seconds in (0, 20, 40):
        presence = be_there(item, nadia, now=now + timedelta(seconds=seconds))
    assert EditingPresence.objects.count() == 1
    assert (presence.since, presence.seen_at) == (now, now + timedelta(seconds=40))


def test_two_minutes_of_silence_and_nobody_is_there(item, nadia, awa, now):
    be_there(item, nadia, now=now)
    assert others_in(item, awa, now=now + timedelta(minutes=2)).exists()
    late = now + timedelta(minutes=2, seconds=1)
    assert not others_in(item, awa, now=late).exists()
    assert be_there(item, nadia, now=late).since == late


def test_closing_the_form_is_leaving(item, nadia, awa, now):
    be_there(item, nadia, now=now)
    leave(item, nadia)
    leave(item, nadia)
    assert not others_in(item, awa, now=now).exists()


def test_the_job_forgets_the_silent_only(item, nadia, awa, now):
    be_there(item, nadia, now=now - timedelta(minutes=3))
    be_there(item, awa, now=now - timedelta(minutes=1))
    assert forget_old_presences.func() == 1
    assert EditingPresence.objects.get().user == awa
