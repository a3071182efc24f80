"""Expected against seen: a group is compared with the town it is a part of, and chance has its share."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.missing.rules.expected import Side, least
from preau.observatory.missing.rules.expected import seen as seen_from

LEAST = 20


def seen(*numbers):
    return seen_from(*numbers, least=LEAST)


def test_a_group_that_comes_as_the_town_misses_nobody():
    one = seen(30, 60, 300, 600)
    assert one.expected == 30
    assert one.missing == 0
    assert one.side is Side.ALIKE


def test_a_quarter_that_comes_half_as_much_is_less_seen():
    one = seen(30, 120, 300, 600)
    assert one.expected == 60
    assert one.missing == 30
    assert one.side is Side.LESS
    assert one.ratio.low < 0.5 < one.ratio.high < 1


def test_too_few_children_have_no_share():
    assert seen(3, LEAST - 1, 300, 600) is None
    assert seen(3, LEAST, 300, 600) is not None


def test_where_the_town_sees_nobody_nothing_was_expected():
    assert seen(0, 60, 0, 600) is None


def test_looking_at_many_groups_asks_for_more():
    one = seen(10, 30, 300, 600)
    assert math.isclose(one.upper(1), one.ratio.high)
    assert one.upper(1) < one.upper(10) < one.upper(60)


def test_nothing_is_sure_where_chance_may_have_done_it():
    assert least([("a", seen(14, 30, 300, 600)), ("b", seen(31, 60, 300, 600))]) is None


def test_the_surest_is_not_the_smallest_group():
    small, large = seen(4, 20, 300, 600), seen(40, 150, 300, 600)
    assert small.ratio.ratio < large.ratio.ratio
    found = least([("small", small), ("large", large)])
    assert found.key == "large" and found.is_sure


def test_among_many_groups_a_gap_is_a_lead_and_no_more():
    gap = ("a", seen(21, 60, 300, 600))
    assert gap[1].side is Side.LESS
    assert least([gap]).is_sure
    assert not least([gap, *((str(number), seen(30, 60, 300, 600)) for number in range(40))]).is_sure


@given(st.integers(20, 400), st.data())
def test_the_number_expected_in_the_parts_is_the_number_seen_in_the_town(children, data):
    others = data.draw(st.integers(20, 400))
    came, more = data.draw(st.integers(0, children)), data.draw(st.integers(0, others))
    parts = [seen(had, of, came + more, children + others) for had, of in ((came, children), (more, others))]
    if came + more:
        assert math.isclose(sum(each.expected for each in parts), came + more)
    else:
        assert parts == [None, None]


@given(st.integers(20, 400), st.data())
def test_the_interval_widens_with_the_groups_looked_at(children, data):
    came = data.draw(st.integers(1, children))
    one = seen(came, children, came + 50, children + 100)
    assert one.upper(1) <= one.upper(5) <= one.upper(50)
