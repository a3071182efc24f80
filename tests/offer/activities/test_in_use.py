"""What somebody registered for, or what was lived already, is not erased by a correction of the programme."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from preau.offer.activities.errors import WrongFact
from preau.offer.activities.sessions import TAKEN_OUT, Refreshed, refresh_sessions
from preau.offer.activities.slots import SlotFacts, lines_of, set_slots
from preau.offer.enrolment.models import BookingUnit
from preau.people.accounts.hand import Hand
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity
from tests.cast.sites import make_site

pytestmark = pytest.mark.django_db
SUMMER = Hand(None, datetime(2026, 8, 20, 8, 0, tzinfo=UTC))
NOVEMBER = Hand(None, datetime(2026, 11, 24, 9, 30, tzinfo=UTC))


@pytest.fixture
def judo():
    site = make_site()
    make_calendar(site.commune)
    activity = make_activity(site=site)
    refresh_sessions(activity, hand=SUMMER)
    return activity


ONE = [SlotFacts(time(17), time(18), 4)]


@pytest.fixture
def group(judo):
    return BookingUnit.objects.create(
        activity=judo,
        slot=judo.slots.get(),
        label="mercredi",
        starts_on=judo.starts_on,
        ends_on=judo.ends_on,
        capacity=8,
    )


def test_a_slot_where_children_are_ends_with_the_last_time_it_met(judo, group):
    set_slots(judo, ONE, now=NOVEMBER.now)
    group.slot.refresh_from_db()
    assert group.slot.last_on == date(2026, 11, 18)
    assert judo.slots.count() == 2


def test_a_slot_with_a_group_that_never_met_is_kept_and_the_reason_is_said(judo, group):
    with pytest.raises(WrongFact, match="inscrits"):
        set_slots(judo, ONE, now=SUMMER.now)


def test_a_slot_that_nobody_holds_goes(judo):
    set_slots(judo, ONE, now=NOVEMBER.now)
    assert [line.weekday for line in lines_of(judo)] == [4]


def test_a_date_that_somebody_holds_is_called_off_instead_of_erased(judo):
    held = judo.sessions.get(day=date(2026, 12, 2))
    BookingUnit.objects.create(
        activity=judo, session=held, label="2 décembre", starts_on=held.day, ends_on=held.day, capacity=8
    )
    judo.slots.update(last_on=date(2026, 11, 25))
    assert refresh_sessions(judo, hand=NOVEMBER).removed > 1
    assert list(judo.sessions.filter(day__gt=date(2026, 11, 25)).values_list("pk", "is_cancelled", "reason")) == [
        (held.pk, True, TAKEN_OUT)
    ]
    assert refresh_sessions(judo, hand=NOVEMBER) == Refreshed()
