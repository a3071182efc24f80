"""Visits: counted once however often they are sent, and read with the caution that few looks deserve."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.people.accounts.hand import Hand
from preau.town.spaces.counting import FEW, Look, attendance, count_visit, remove_visit
from preau.town.spaces.enums import AgeBand, Seen
from preau.town.spaces.models import VisitCell, VisitCount
from preau.town.spaces.queries import attendance_of, years_counted
from tests.cast import make_person
from tests.cast.spaces import make_space

DAY = date(2026, 11, 18)
FIGURES = {(AgeBand.TEEN, Seen.GIRLS): 3, (AgeBand.TEEN, Seen.BOYS): 7, (AgeBand.ADULT, Seen.BOYS): 0}


@pytest.mark.django_db
def test_a_count_sent_twice_after_a_dead_zone_is_one(now):
    space, hand, key = make_space(), Hand(make_person("agent"), now), uuid4()
    first = count_visit(space, FIGURES, key=key, day=DAY, hour=17, hand=hand)
    assert count_visit(space, FIGURES, key=key, day=DAY, hour=17, hand=hand) == first
    assert (VisitCount.objects.count(), VisitCell.objects.count()) == (1, 2)
    remove_visit(first, hand=hand)
    assert not VisitCell.objects.exists()


@pytest.mark.django_db
def test_a_school_year_is_read_by_weekday_and_hour_and_an_empty_look_counts(now):
    space, hand = make_space(), Hand(make_person("agent"), now)
    for day, figures in ((DAY, FIGURES), (date(2026, 11, 11), {}), (date(2026, 6, 3), FIGURES)):
        count_visit(space, figures, key=uuid4(), day=day, hour=17, hand=hand)
    seen = attendance_of(space, 2026)
    moment = seen.by_moment[2, 17]
    assert (seen.looks, moment.looks, moment.mean, moment.is_few) == (2, 2, 5.0, True)
    assert years_counted(space) == [2026, 2025]


def test_a_share_is_not_told_of_a_handful_of_people():
    assert attendance([Look(DAY, 17, 9, 10)]).girls_share is None
    assert attendance([Look(DAY, 17, 5, 15)]).girls_share == 25
    assert attendance([]).girls_share is None


def test_an_hour_that_nobody_looked_at_is_a_hole():
    seen = attendance([Look(DAY, 15, 1, 1), Look(DAY, 18, 1, 1)])
    assert (seen.hours, (2, 16) in seen.by_moment) == ([15, 16, 17, 18], False)


looks = st.lists(
    st.builds(Look, st.dates(date(2026, 9, 1), date(2027, 8, 31)), st.integers(0, 23), st.integers(0, 60), st.integers(0, 60)),
    max_size=40,
)  # fmt: skip


@given(looks)
def test_moments_add_up_to_the_whole(some):
    seen = attendance(some)
    assert sum(each.looks for each in seen.by_moment.values()) == seen.looks == len(some)
    assert sum(each.people for each in seen.by_moment.values()) == seen.people
    assert all(each.mean <= seen.busiest for each in seen.by_moment.values())
    assert seen.is_few == (len(some) < FEW)
    assert seen.girls_share is None or 0 <= seen.girls_share <= 100
