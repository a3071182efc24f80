"""Who reaches what, in how many minutes: buckets, gaits, a bus, a railway."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.maps.distance import metres
from preau.observatory.equity.rules import neighbours as buckets
from preau.observatory.equity.rules.barriers import Barrier
from preau.observatory.equity.rules.deserts import WhiteRule
from preau.observatory.equity.rules.nearest import nearest, reached
from preau.observatory.equity.rules.neighbours import neighbours, plane
from preau.observatory.equity.rules.pairs import Pairs, fastest
from preau.observatory.equity.rules.travel import Gait, by_bus, cycle, travel, walk

points = st.lists(st.tuples(st.floats(-5000, 5000, width=32), st.floats(-5000, 5000, width=32)), max_size=25)


def as_places(drawn) -> np.ndarray:
    return np.array(drawn, dtype=float).reshape(-1, 2)


@given(points, points, st.floats(1, 9000, width=32))
def test_buckets_find_every_neighbour_and_no_other(homes, halls, radius):
    found = set(zip(*map(np.ndarray.tolist, neighbours(as_places(homes), as_places(halls), radius)[:2]), strict=True))
    every = {
        (home, hall)
        for home, one in enumerate(homes)
        for hall, other in enumerate(halls)
        if np.hypot(one[0] - other[0], one[1] - other[1]) <= radius
    }
    assert found == every


def test_a_large_town_is_searched_in_slices(monkeypatch):
    chance = np.random.default_rng(5)
    homes, halls = chance.uniform(0, 3000, (400, 2)), chance.uniform(0, 3000, (60, 2))
    whole = neighbours(homes, halls, 700)
    monkeypatch.setattr(buckets, "_AT_ONCE", 50)
    for one, other in zip(whole, neighbours(homes, halls, 700), strict=True):
        assert np.array_equal(one, other)


def test_the_plane_is_the_globe_over_a_town():
    lon, lat = np.array([2.171, 2.31]), np.array([48.943, 48.99])
    east, north = plane(lon, lat, around=(2.171, 48.943))[1]
    assert math.hypot(east, north) == pytest.approx(metres(lon[0], lat[0], lon[1], lat[1]), rel=1e-3)


def test_younger_children_walk_slower_and_all_of_them_ride_faster():
    paces = [walk(age).km_per_hour for age in (3, 5, 6, 11, 12, 17)]
    assert paces == [3.5, 3.5, 4.0, 4.0, 4.5, 4.5]
    assert cycle(9).minutes(np.array([2000.0]))[0] < walk(9).minutes(np.array([2000.0]))[0]
    assert walk(None) == walk(30)


def test_a_gait_says_how_far_it_goes_and_how_long_it_takes():
    gait = Gait(6.0, detour=1.25, ready=3.0)
    assert gait.reach(13.0) == pytest.approx(800)
    assert gait.minutes(np.array([800.0])).tolist() == pytest.approx([13.0])
    assert gait.reach(2.0) == 0


def test_a_railway_is_crossed_at_its_passage_or_not_at_all():
    home, halls = np.array([[0.0, 0.0]]), np.array([[0.0, 200.0], [0.0, -200.0]])
    rails = np.array([[-5000.0, 100.0], [0.0, 100.0], [5000.0, 100.0]])
    gait = Gait(6.0, detour=1.0)
    open_, shut = Barrier((rails[:2], rails[1:]), np.array([[300.0, 100.0]])), Barrier((rails,), np.zeros((0, 2)))
    free = travel(home, halls, gait, 30.0)
    assert nearest(free).tolist() == [2.0]
    round_ = travel(home, halls, gait, 30.0, [open_])
    assert dict(zip(round_.places.tolist(), round_.minutes.tolist(), strict=True)) == {
        0: pytest.approx(2 * math.hypot(300, 100) / 100),
        1: pytest.approx(2.0),
    }
    assert travel(home, halls, gait, 30.0, [open_, shut]).places.tolist() == [1]
    assert travel(home, halls, gait, 5.0, [open_]).places.tolist() == [1]


def test_a_bus_is_taken_from_stop_to_stop_when_it_is_the_shorter():
    access = np.array([[4.0, np.inf], [np.inf, 2.0]])
    ride = np.array([[0.0, 6.0], [np.inf, 0.0]])
    leave = np.array([[np.inf], [3.0]])
    table = by_bus(access, ride, leave, wait=5.0)
    assert table.tolist() == [[18.0], [10.0]]
    on_foot = Pairs.of_table(np.array([[25.0], [8.0]]))
    assert sorted(fastest(on_foot, Pairs.of_table(table)).minutes.tolist()) == [8.0, 18.0]


@given(st.lists(st.lists(st.floats(0, 40, width=16) | st.just(math.inf), min_size=3, max_size=3), max_size=6))
def test_the_fastest_way_is_the_smaller_of_two_tables(rows):
    one = np.array(rows, dtype=float).reshape(-1, 3)
    other = one[:, ::-1]
    found = np.full(one.shape, np.inf)
    way = fastest(Pairs.of_table(one), Pairs.of_table(other))
    found[way.origins, way.places] = way.minutes
    assert np.array_equal(found, np.minimum(one, other))


def test_what_is_near_is_counted_and_the_rest_is_white():
    pairs = Pairs.of_table(np.array([[3.0, 15.0], [15.1, 40.0], [np.inf, np.inf]]))
    assert nearest(pairs).tolist()[:2] == [3.0, 15.1]
    assert reached(pairs, 15.0).tolist() == [2, 0, 0]
    people = np.array([50.0, 4.9, 5.0])
    rule = WhiteRule()
    assert rule.white(people, nearest(pairs)).tolist() == [False, False, True]
    assert rule.white(people, nearest(pairs), by_bus=np.array([9.0, 9.0, 25.0])).tolist() == [False, False, False]


def test_pairs_are_kept_for_some_places():
    pairs = Pairs.of_table(np.array([[1.0, 2.0, 3.0], [np.inf, 5.0, 6.0]]))
    kept = pairs.of_places(np.array([2, 0, 2]))
    assert kept.shape == (2, 3)
    assert sorted(zip(kept.origins.tolist(), kept.places.tolist(), kept.minutes.tolist(), strict=True)) == [
        (0, 0, 3.0),
        (0, 1, 1.0),
        (0, 2, 3.0),
        (1, 0, 6.0),
        (1, 2, 6.0),
    ]
