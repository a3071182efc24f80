"""Whatever happens to a unit, in whatever order: seats taken are seats held, and the line keeps its order."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from preau.foundation.lifecycle import NotNow
from preau.offer.activities.models import Activity
from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.errors import Refused, TooLate
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import answer, enrol, expire, offer_freed, release
from preau.people.accounts.hand import Hand
from preau.people.audit.queries import check_journal
from preau.people.households.enums import Channel
from tests.cast.enrolment import make_unit
from tests.cast.families import make_small_family
from tests.conftest import NOW

ACTS = st.one_of(
    st.tuples(st.just("ask"), st.integers(0, 5)),
    st.tuples(st.just("leave"), st.integers(0, 5)),
    st.tuples(st.just("yes"), st.integers(0, 5)),
    st.tuples(st.just("no"), st.integers(0, 5)),
    st.tuples(st.just("room"), st.integers(0, 4)),
    st.tuples(st.just("wait"), st.integers(1, 60)),
    st.tuples(st.just("expire"), st.just(0)),
)


@pytest.fixture
def families(db):
    return [make_small_family(str(number)) for number in range(6)]


@given(acts=st.lists(ACTS, max_size=30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.django_db
def test_seats_and_line_stay_true_through_any_series_of_acts(families, acts):
    Enrolment.objects.all().delete()
    BookingUnit.objects.all().delete()
    Activity.objects.all().delete()
    unit, now = make_unit(capacity=2), NOW
    for act, number in acts:
        if act == "wait":
            now += timedelta(hours=number)
        _act(unit, act, number, families, now)
        _check(unit, now)
    assert check_journal().broken_at is None


def _act(unit, act, number, families, now):
    family = families[number] if number < len(families) else families[0]
    parent, child = family.adults["parent"], family.children["child"]
    hand = Hand(parent.account, now)
    live = Enrolment.objects.filter(unit=unit, child=child).live().first()
    try:
        match act:
            case "ask":
                home = family.homes["home"]
                enrol(unit=unit, child=child, household=home, asked_by=parent, channel=Channel.ONLINE, hand=hand)
            case "leave" if live:
                release(live, hand=hand)
            case "yes" | "no" if live:
                answer(live, accepts=act == "yes", hand=hand)
            case "room":
                unit.refresh_from_db()
                unit.capacity = max(unit.taken, number)
                unit.save(update_fields=["capacity"])
                offer_freed(unit, now=now)
            case "expire":
                expire(now=now)
    except (Refused, NotNow, TooLate):
        pass  # said in time: nothing may have changed, which is what is checked


def _check(unit, now):
    unit.refresh_from_db()
    rows = list(Enrolment.objects.filter(unit=unit))
    seated = [each for each in rows if each.state in (S.CONFIRMED, S.OFFERED)]
    assert unit.taken == len(seated) <= unit.capacity
    numbers = [each.queue_number for each in rows if each.state == S.WAITING]
    assert all(number is not None and number <= unit.queued for number in numbers)
    assert len(set(numbers)) == len(numbers)
    if numbers:
        assert unit.room == 0, "a free seat is offered as long as somebody waits"
    offered = [each.queue_number for each in rows if each.state == S.OFFERED]
    assert not (offered and numbers) or max(offered) < min(numbers), "who came first is asked first"
    for each in rows:
        steps = list(each.steps.all())
        assert steps[-1].to_state == each.state
        assert all(one.to_state == other.from_state for one, other in pairwise(steps))
