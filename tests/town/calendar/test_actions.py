"""Deciding the week of a site: nothing overlaps, nobody overwrites anybody, what was said stays in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.models import User
from preau.people.audit.models import AuditEvent
from preau.people.permissions import actor_of
from preau.town.calendar.actions import change_week, open_week, remove_week
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.errors import BandsOverlap, DatesTaken, WeekChanged
from preau.town.calendar.models import BandHours, WeekPattern
from preau.town.calendar.permissions import WEEKS
from preau.town.calendar.queries import band_at
from preau.town.calendar.rules import Hours, Week
from preau.town.places.models import Site
from tests.cast import make_commune, make_person

pytestmark = pytest.mark.django_db

LUNCH = Hours(0, TimeBand.LUNCH, time(11, 30), time(13, 30))
EVENING = Hours(0, TimeBand.EVENING, time(16, 30), time(18, 30))
WEEK = Week(date(2026, 9, 1), None, (LUNCH, EVENING), "4 jours")


@pytest.fixture
def site():
    return Site.objects.create(commune=make_commune(), name="Les Tilleuls", slug="les-tilleuls", kind="school")


@pytest.fixture
def decided(site, now):
    return open_week(site, WEEK, decided_by="conseil municipal", by=None, now=now)


def test_coordinator_opens_a_week_and_the_journal_says_so(site, now):
    nadia = make_person("coordinator")
    pattern = open_week(site, WEEK, decided_by="conseil municipal du 12 mai", by=nadia, now=now)
    assert (pattern.name, pattern.hours.count(), pattern.valid_to) == ("4 jours", 2, None)
    event = AuditEvent.objects.get(verb="calendar.week_opened")
    assert (event.actor_id, event.details["site"], event.details["bands"]) == (nadia.pk, "les-tilleuls", 2)


def test_any_instant_of_the_site_has_its_band(site, decided):
    paris = ZoneInfo("Europe/Paris")
    assert band_at(site, datetime(2026, 11, 23, 12, 0, tzinfo=paris)) == TimeBand.LUNCH
    assert band_at(site, datetime(2027, 6, 28, 16, 30, tzinfo=paris)) == TimeBand.EVENING
    assert band_at(site, datetime(2026, 11, 24, 12, 0, tzinfo=paris)) is None


def test_a_week_that_overlaps_is_refused_and_nothing_is_kept(site, now):
    wrong = replace(WEEK, hours=(LUNCH, Hours(0, TimeBand.SCHOOL, time(13, 0), time(16, 30))))
    with pytest.raises(BandsOverlap) as refused:
        open_week(site, wrong, decided_by="", by=None, now=now)
    assert (refused.value.first.band, refused.value.second.band) == (TimeBand.LUNCH, TimeBand.SCHOOL)
    assert WeekPattern.objects.count() == AuditEvent.objects.count() == 0


def test_two_weeks_never_share_a_day(site, decided, now):
    with pytest.raises(DatesTaken) as refused:
        open_week(site, replace(WEEK, valid_from=date(2027, 2, 1)), decided_by="", by=None, now=now)
    assert refused.value.other == decided


def test_a_new_week_can_end_the_one_before_it(site, decided, now):
    five = Week(date(2027, 2, 1), date(2027, 8, 31), (EVENING,), "4 jours et demi")
    open_week(site, five, decided_by="", by=None, now=now, ends_previous=True)
    decided.refresh_from_db()
    assert (decided.valid_to, decided.version) == (date(2027, 1, 31), 2)
    with pytest.raises(DatesTaken):
        open_week(site, replace(WEEK, valid_from=date(2026, 6, 1)), decided_by="", by=None, now=now, ends_previous=True)
    assert WeekPattern.objects.count() == 2


def test_the_hours_of_another_site_are_its_own(site, decided, now):
    other = Site.objects.create(commune=site.commune, name="Le Lavoir", slug="le-lavoir", kind="school")
    open_week(other, WEEK, decided_by="", by=None, now=now)
    assert WeekPattern.objects.count() == 2


def test_two_people_never_overwrite_each_other(decided, now):
    change_week(decided, replace(WEEK, name="Un"), decided_by="", seen_version=1, by=None, now=now)
    with pytest.raises(WeekChanged) as refused:
        change_week(decided, replace(WEEK, name="Deux"), decided_by="", seen_version=1, by=None, now=now)
    assert refused.value.current.name == "Un"


def test_hours_are_replaced_as_a_whole(decided, now):
    change_week(decided, replace(WEEK, hours=(EVENING,)), decided_by="", seen_version=1, by=None, now=now)
    assert [each.band for each in BandHours.objects.all()] == [TimeBand.EVENING]


def test_a_removed_week_leaves_its_trace(site, decided, now):
    remove_week(decided, by=None, now=now)
    assert band_at(site, datetime(2026, 11, 23, 12, 0)) is None
    assert AuditEvent.objects.get(verb="calendar.week_removed").details["from"] == "2026-09-01"


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts_at": time(12), "ends_at": time(12)},
        {"weekday": 7, "starts_at": time(8), "ends_at": time(9)},
    ],
)
def test_the_database_refuses_hours_that_make_no_sense(decided, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        BandHours.objects.create(**{"pattern": decided, "weekday": 1, "band": TimeBand.SCHOOL, **wrong})


@pytest.mark.parametrize("part", ["administrator", "contributor", "elected", "reader", "data_officer", "coordinator"])
def test_everybody_reads_the_hours_and_the_coordination_alone_decides_them(decided, now, part):
    actor = actor_of(make_person(part), now.date())
    assert WEEKS.may(actor, "read", decided)
    assert WEEKS.may(actor, "edit", decided) == (part == "coordinator")
    assert User.objects.count() == 1
