"""The sessions of an activity as rows: the same after two refreshings, the past left alone, the keys kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from preau.offer.activities.following import follow_closure
from preau.offer.activities.models import Activity, Session, Slot, SlotException
from preau.offer.activities.revisions import latest
from preau.offer.activities.sessions import Refreshed, refresh_from, refresh_many, refresh_sessions
from preau.offer.activities.tasks import follow_the_calendar
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from preau.town.calendar.closing import ClosureFacts, add_closure, change_closure
from preau.town.calendar.enums import ClosureKind, TimeBand
from preau.town.calendar.models import Closure, HolidayPeriod
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity
from tests.cast.people import make_commune, make_person
from tests.cast.sites import make_site

pytestmark = pytest.mark.django_db
SUMMER = Hand(None, datetime(2026, 8, 20, 8, 0, tzinfo=UTC))
NOVEMBER = Hand(None, datetime(2026, 11, 24, 9, 30, tzinfo=UTC))


@pytest.fixture
def judo():
    site = make_site()
    make_calendar(site.commune)
    return make_activity(site=site)


def rows(activity):
    return {row.day: row for row in activity.sessions.all()}


def test_a_year_of_judo_is_written_once_and_nothing_changes_the_second_time(judo):
    assert refresh_sessions(judo, hand=SUMMER) == Refreshed(made=34, activities=1)
    before, revision = list(Session.objects.values()), latest(judo.commune)
    assert refresh_sessions(judo, hand=SUMMER) == Refreshed()
    assert list(Session.objects.values()) == before
    assert latest(judo.commune) == revision  # the index has nothing to read again
    first = rows(judo)[date(2026, 9, 9)]
    assert (first.starts_at, first.ends_at) == (
        datetime(2026, 9, 9, 12, 0, tzinfo=UTC),
        datetime(2026, 9, 9, 13, 0, tzinfo=UTC),
    )
    assert first.band == TimeBand.WEDNESDAY


def test_a_slot_that_changes_moves_the_sessions_to_come_keeps_their_keys_and_leaves_the_past(judo):
    refresh_sessions(judo, hand=SUMMER)
    before = rows(judo)
    judo.slots.update(starts_at=time(15), ends_at=time(16, 30))
    done = refresh_sessions(judo, hand=NOVEMBER)
    after = rows(judo)
    past = [day for day in before if before[day].starts_at < NOVEMBER.now]
    assert done == Refreshed(changed=34 - len(past), activities=1)
    assert {day: row.pk for day, row in before.items()} == {day: row.pk for day, row in after.items()}
    assert all(after[day].starts_at == before[day].starts_at for day in past)
    assert all(after[day].starts_at == before[day].starts_at + timedelta(hours=1) for day in after if day not in past)


def test_the_past_is_told_by_the_first_writing_and_never_invented_afterwards(judo):
    assert refresh_sessions(judo, hand=NOVEMBER).made == 34
    Slot.objects.create(activity=judo, weekday=5, starts_at=time(10), ends_at=time(11))
    refresh_sessions(judo, hand=NOVEMBER)
    saturdays = [row.day for row in judo.sessions.all() if row.day.weekday() == 5]
    assert saturdays and min(saturdays) == date(2026, 11, 28)


def test_an_activity_that_ends_earlier_loses_what_was_to_come_and_keeps_its_history(judo):
    refresh_sessions(judo, hand=SUMMER)
    judo.ends_on = date(2026, 12, 31)
    judo.save()
    done = refresh_sessions(judo, hand=NOVEMBER)
    assert done.removed and done.made == done.changed == 0
    assert max(rows(judo)) == date(2026, 12, 16) and min(rows(judo)) == date(2026, 9, 9)


def test_a_cancelled_session_stays_with_its_reason(judo):
    refresh_sessions(judo, hand=SUMMER)
    key = rows(judo)[date(2026, 12, 2)].pk
    SlotException.objects.create(slot=judo.slots.get(), day=date(2026, 12, 2), reason="gala")
    refresh_sessions(judo, hand=NOVEMBER)
    kept = rows(judo)[date(2026, 12, 2)]
    assert (kept.pk, kept.is_cancelled, kept.reason) == (key, True, "gala")


def test_a_moved_session_keeps_its_key_and_the_day_it_meant(judo):
    refresh_sessions(judo, hand=SUMMER)
    key = rows(judo)[date(2026, 12, 2)].pk
    SlotException.objects.create(
        slot=judo.slots.get(), day=date(2026, 12, 2), is_cancelled=False, new_day=date(2026, 12, 5), starts_at=time(10)
    )
    refresh_sessions(judo, hand=NOVEMBER)
    moved = rows(judo)[date(2026, 12, 2)]
    assert (moved.pk, moved.starts_at) == (key, datetime(2026, 12, 5, 9, 0, tzinfo=UTC))
    assert moved.band == TimeBand.CLUB  # a Saturday: nothing opens at the school


def test_holidays_that_change_move_the_sessions_to_come_and_the_journal_says_how_many(judo):
    refresh_sessions(judo, hand=SUMMER)
    HolidayPeriod.objects.filter(first_day=date(2027, 2, 6)).update(last_day=date(2027, 2, 28))
    done = refresh_from(judo.commune, date(2026, 11, 24), hand=NOVEMBER)
    assert done == Refreshed(removed=1, activities=1)
    assert date(2027, 2, 24) not in rows(judo)
    assert AuditEvent.objects.get(verb="activities.sessions_refreshed").details["sessions"] == 1
    assert refresh_from(judo.commune, date(2026, 11, 24), hand=NOVEMBER) == Refreshed()
    assert AuditEvent.objects.filter(verb="activities.sessions_refreshed").count() == 1


def test_a_closure_of_the_place_calls_its_sessions_off_and_spares_the_others(judo):
    elsewhere = make_activity("Échecs", weekday=2)
    refresh_many([judo, elsewhere], hand=SUMMER)
    first = last = date(2026, 12, 2)
    Closure.objects.create(
        commune=judo.commune, site=judo.site, kind="works", reason="chauffage en panne", first_day=first, last_day=last
    )
    done = refresh_from(judo.commune, first, hand=NOVEMBER, last_day=last, sites=[judo.site_id])
    assert done == Refreshed(changed=1, activities=1)
    assert rows(judo)[first].reason == "chauffage en panne"
    assert not rows(elsewhere)[first].is_cancelled
    Closure.objects.all().delete()
    refresh_from(judo.commune, first, hand=NOVEMBER, last_day=last)
    assert (rows(judo)[first].is_cancelled, rows(judo)[first].reason) == (False, "")


def test_many_activities_cost_few_queries(judo, django_assert_max_num_queries):
    many = [judo, *(make_activity(f"Atelier {number}", weekday=number % 5) for number in range(19))]
    with django_assert_max_num_queries(30):
        done = refresh_many(Activity.objects.filter(commune=make_commune()).select_related("commune"), hand=SUMMER)
    assert done.activities == len(many) and done.made > 20 * 30
    with django_assert_max_num_queries(16):
        assert refresh_many(many, hand=SUMMER) == Refreshed()


def test_each_night_what_an_import_changed_is_followed_and_the_agents_are_told_once(judo, now):
    agent, nadia = make_person("agent"), make_person("coordinator")
    refresh_sessions(judo, hand=SUMMER)
    assert follow_the_calendar.call() == 0 and not Notice.objects.exists()
    HolidayPeriod.objects.filter(first_day=date(2027, 2, 6)).update(last_day=date(2027, 2, 28))
    assert follow_the_calendar.call() == 1
    assert follow_the_calendar.call() == 0
    assert set(Notice.objects.values_list("recipient", "title")) == {
        (agent.pk, "Le calendrier a changé : 1 séance a suivi"),
        (nadia.pk, "Le calendrier a changé : 1 séance a suivi"),
    }


def test_a_closure_that_is_over_moves_nothing(judo):
    refresh_sessions(judo, hand=SUMMER)
    old = Closure(commune=judo.commune, first_day=date(2026, 9, 9), last_day=date(2026, 9, 9))
    assert follow_closure(judo.commune, [old], hand=NOVEMBER) == Refreshed()


def test_a_closure_that_moves_is_followed_where_it_was_and_where_it_is(judo):
    refresh_sessions(judo, hand=SUMMER)
    facts = ClosureFacts(ClosureKind.WORKS, "travaux", date(2026, 12, 2), date(2026, 12, 2), judo.site)
    closure = add_closure(judo.commune, facts, hand=NOVEMBER)
    assert follow_closure(judo.commune, [closure], hand=NOVEMBER).changed == 1
    later = replace(facts, first_day=date(2026, 12, 9), last_day=date(2026, 12, 9))
    moved = change_closure(closure, later, seen_version=1, hand=NOVEMBER)
    assert follow_closure(judo.commune, [closure, moved], hand=NOVEMBER).changed == 2
    assert [row.day for row in judo.sessions.filter(is_cancelled=True)] == [date(2026, 12, 9)]
