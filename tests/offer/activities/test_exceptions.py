"""What a provider says of one session: called off, moved, back again, one more."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from preau.foundation.lifecycle import ReasonMissing
from preau.offer.activities.exceptions import (
    DayTaken,
    SessionOver,
    add_session,
    cancel_session,
    move_session,
    restore_session,
)
from preau.offer.activities.models import Session, SlotException
from preau.offer.activities.revisions import latest
from preau.offer.activities.sessions import refresh_sessions
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 2)


@pytest.fixture
def hand(now):
    return Hand(make_person("coordinator"), now)


@pytest.fixture
def judo(hand):
    activity = make_activity()
    make_calendar(activity.commune)
    refresh_sessions(activity, hand=hand)
    return activity


def on(activity, day=DAY):
    return activity.sessions.get(day=day)


def test_a_session_is_called_off_with_its_reason_and_the_journal_keeps_it(judo, hand):
    before = latest(judo.commune)
    session = cancel_session(on(judo), reason=" gala de fin d’année ", hand=hand)
    assert (session.is_cancelled, session.reason) == (True, "gala de fin d’année")
    assert AuditEvent.objects.get(verb="activities.session_cancelled").actor_id == hand.by_id
    assert latest(judo.commune) > before
    assert judo.sessions.filter(is_cancelled=True).count() == 1


def test_calling_off_without_a_reason_is_refused(judo, hand):
    with pytest.raises(ReasonMissing):
        cancel_session(on(judo), reason="  ", hand=hand)
    assert not SlotException.objects.exists()


def test_a_session_moves_keeps_its_key_and_comes_back(judo, hand):
    first = on(judo)
    moved = move_session(first, new_day=date(2026, 12, 5), starts_at=time(10), ends_at=time(11, 30), hand=hand)
    assert (moved.pk, moved.day, moved.starts_at) == (first.pk, DAY, datetime(2026, 12, 5, 9, 0, tzinfo=UTC))
    back = restore_session(moved, hand=hand)
    assert (back.pk, back.starts_at) == (first.pk, first.starts_at)


def test_a_moved_session_that_is_called_off_is_called_off_where_families_expected_it(judo, hand):
    moved = move_session(on(judo), new_day=date(2026, 12, 5), starts_at=time(10), hand=hand)
    lost = cancel_session(moved, reason="gymnase fermé", hand=hand)
    assert lost.is_cancelled and lost.starts_at == datetime(2026, 12, 5, 9, 0, tzinfo=UTC)


def test_one_more_session_in_the_holidays_may_be_called_off_and_taken_back(judo, hand):
    more = add_session(judo.slots.get(), day=date(2026, 12, 23), starts_at=time(10), ends_at=time(12), hand=hand)
    assert more.starts_at == datetime(2026, 12, 23, 9, 0, tzinfo=UTC)
    off = cancel_session(more, reason="neige", hand=hand)
    assert (off.pk, off.is_cancelled) == (more.pk, True)
    assert restore_session(off, hand=hand) is None
    assert not judo.sessions.filter(day=date(2026, 12, 23)).exists()


def test_what_has_begun_is_history(judo, hand):
    past = on(judo, date(2026, 11, 18))
    with pytest.raises(SessionOver):
        cancel_session(past, reason="trop tard", hand=hand)
    with pytest.raises(SessionOver):
        move_session(on(judo), new_day=date(2026, 11, 20), hand=hand)
    with pytest.raises(SessionOver):
        add_session(judo.slots.get(), day=date(2026, 11, 20), hand=hand)


def test_a_day_has_one_session_of_a_slot(judo, hand):
    with pytest.raises(DayTaken) as refused:
        move_session(on(judo), new_day=date(2026, 12, 9), hand=hand)
    assert refused.value.session == on(judo, date(2026, 12, 9))
    with pytest.raises(DayTaken):
        add_session(judo.slots.get(), day=DAY, hand=hand)
    assert Session.objects.filter(activity=judo).count() == 34
