"""How long it takes on foot, by age and day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from preau.foundation.maps.distance import metres
from preau.people.accounts.hand import Hand
from preau.town.areas.actions import PaceTaken, decide_pace
from preau.town.areas.distance import DEFAULTS, Pace, in_words, minutes, pace_for, walking_minutes
from preau.town.areas.queries import paces_of
from tests.cast import make_commune, make_person

ON = date(2026, 11, 24)
lons, lats = st.floats(-5, 9), st.floats(41, 51)


@given(lons, lats, lons, lats)
def test_the_distance_is_that_of_an_independent_ellipsoid_within_half_a_percent(lon, lat, other_lon, other_lat):
    true = Geod(ellps="WGS84").inv(lon, lat, other_lon, other_lat)[2]
    assert metres(lon, lat, other_lon, other_lat) == pytest.approx(true, rel=0.006, abs=0.01)


@pytest.mark.parametrize(("age", "wanted"), [(3, 23), (5, 23), (6, 20), (11, 20), (12, 18), (40, 18), (None, 18)])
def test_a_kilometre_as_the_crow_flies_by_age(age, wanted):
    assert minutes(1000, pace_for(age, ON)) == wanted


def test_it_takes_at_least_a_minute_and_the_same_both_ways():
    assert walking_minutes(2.17, 48.94, 2.17, 48.94, age=None, on=ON) == 1
    there = walking_minutes(2.156, 48.938, 2.186, 48.943, age=7, on=ON)
    assert there == walking_minutes(2.186, 48.943, 2.156, 48.938, age=7, on=ON)
    assert 40 < there < 50


@given(st.integers(0, 99), st.integers(0, 99), st.floats(0, 5000))
def test_the_younger_never_walks_faster(one, other, distance):
    young, old = sorted((one, other))
    assert minutes(distance, pace_for(young, ON)) >= minutes(distance, pace_for(old, ON))


def test_a_pace_counts_from_its_day_and_for_its_age_only():
    own = (Pace(date(2026, 9, 1), 6, 3.0, 1.4), Pace(date(2027, 9, 1), 6, 2.5, 1.4))
    assert pace_for(4, date(2026, 8, 31), own) == DEFAULTS[0]
    assert pace_for(4, ON, own).km_per_hour == 3.0
    assert pace_for(4, date(2027, 9, 1), own).km_per_hour == 2.5
    assert pace_for(8, ON, own) == DEFAULTS[1]
    assert pace_for(None, ON, own) == DEFAULTS[2]


@pytest.mark.parametrize(
    ("walk", "words"),
    [(1, "environ 1\u00a0min à pied"), (60, "environ 60\u00a0min à pied"), (61, "plus d’une heure à pied")],
)
def test_a_walk_in_words(walk, words):
    assert in_words(walk) == words


@pytest.mark.django_db
def test_the_town_decides_a_pace_once_for_a_day(now):
    hand = Hand(make_person("coordinator"), now)
    pace = Pace(date(2026, 9, 1), 6, 3.0, 1.4, "Marche exploratoire de juin")
    decide_pace(make_commune(), pace, hand=hand)
    assert paces_of(make_commune()) == (pace,)
    with pytest.raises(PaceTaken):
        decide_pace(make_commune(), pace, hand=hand)
    everybody = Pace(date(2026, 9, 1), None, 4.2, 1.3, "Relevé")
    decide_pace(make_commune(), everybody, hand=hand)
    with pytest.raises(PaceTaken):
        decide_pace(make_commune(), everybody, hand=hand)
