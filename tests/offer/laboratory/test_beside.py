"""On the council's sheet no mark hides another, however much rules agree."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from preau.offer.laboratory.beside import WIDTH, places_of


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
