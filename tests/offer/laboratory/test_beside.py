"""On the council's sheet no mark hides another, however much rules agree."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from preau.offer.laboratory.beside import WIDTH, places_of, rank_places


@given(st.lists(st.integers(-40, 40), max_size=5), st.integers(40, 60))
def test_marks_never_touch_and_stay_on_their_line(gaps, reach):
    placed = sorted(places_of(gaps, reach))
    assert all(after - before >= WIDTH - 0.02 for before, after in pairwise(placed))
    assert all(WIDTH / 4 <= place <= 100 - WIDTH / 4 for place in placed)


def test_rules_that_agree_stand_side_by_side_around_what_they_say():
    assert places_of([0, 0, 0], 10) == [50 - WIDTH, 50, 50 + WIDTH]


def test_rules_apart_stand_where_they_are():
    assert places_of([-10, 10], 20) == [26, 74]


@given(st.lists(st.integers(-40, 40), min_size=1, max_size=5))
def test_the_order_of_what_differs_is_kept(gaps):
    placed = places_of(gaps, 40)
    for one, first in zip(gaps, placed, strict=True):
        for other, second in zip(gaps, placed, strict=True):
            if one < other:
                assert first < second


@given(st.lists(st.one_of(st.none(), st.integers(100, 900)), max_size=5))
def test_ranks_stand_from_the_first_wish_on_and_those_that_are_not_told_nowhere(ranks):
    placed = rank_places(ranks, 900, 7.4)
    assert [place is None for place in placed] == [rank is None for rank in ranks]
    known = sorted(place for place in placed if place is not None)
    assert all(after - before >= 7.4 - 0.02 for before, after in pairwise(known))
    assert all(7.4 / 4 <= place <= 100 - 7.4 / 4 for place in known)


def test_a_first_wish_for_all_stands_at_the_left():
    assert rank_places([100, None, 300], 300, 7.4) == [6, None, 94]
