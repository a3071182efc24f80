"""What a night worked out is read beside its snapshot, and is gone with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.observatory.facts.health import CHECKS, health_of, settled_health
from preau.observatory.facts.reading import FactsInUse, facts_in_use
from preau.observatory.facts.snapshots.forgetting import forget_facts
from preau.observatory.facts.worked_out import keep, kept
from preau.offer.attendance.models import Attendance
from tests.cast.day import make_group, make_session
from tests.cast.facts import facts_of, take
from tests.cast.families import make_two_homes

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(now):
    family = make_two_homes()
    session = make_session("Judo")
    make_group(session, *family.children.values())
    for child in family.children.values():
        Attendance.objects.create(session=session, child=child, state="present", recorded_at=now)
    return family


def test_health_is_worked_out_at_night_and_asked_no_more(now, day, monkeypatch):
    facts = facts_of(now)
    asked = health_of(facts)
    monkeypatch.setattr(FactsInUse, "ask", lambda *_words: pytest.fail("a question"))
    assert settled_health(facts) == asked


def test_what_was_not_worked_out_is_asked(now, day):
    facts = facts_of(now)
    keep(facts.version, "health", {CHECKS[0].name: [7, 70]})
    told = {each.check.name: (each.faults, each.of) for each in settled_health(facts)}
    assert told[CHECKS[0].name] == (7, 70)
    assert [each.check for each in settled_health(facts)] == list(CHECKS)
    assert settled_health(facts)[1:] == health_of(facts)[1:]


def test_more_is_kept_beside_what_was(now):
    take(now)
    version = facts_in_use().version
    assert kept(version, "names") == {}
    keep(version, "names", {"a": 1})
    keep(version, "names", {"b": 2})
    assert kept(version, "names") == {"a": 1, "b": 2}


def test_another_snapshot_has_its_own(now):
    before = facts_of(now)
    keep(before.version, "names", {"a": 1})
    after = facts_of(now + timedelta(minutes=1))
    assert (kept(after.version, "names"), kept(before.version, "names")) == ({}, {"a": 1})


def test_it_is_gone_when_the_rows_of_somebody_are_taken_out(now, day, facts_folder):
    before = facts_of(now)
    assert kept(before.version, "health")
    forget_facts(next(iter(day.children.values())))
    after = facts_in_use()
    assert after.version != before.version
    assert not kept(after.version, "health")
    assert not list(facts_folder.rglob("health.json"))
    assert settled_health(after) == health_of(after)
