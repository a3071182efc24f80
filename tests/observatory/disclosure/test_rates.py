"""Percentages, rounding, firms' amounts, squares."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.disclosure import (
    Amounts,
    Reason,
    SafeTable,
    Unsealed,
    grouped,
    protect,
    protect_amounts,
    rates,
    rounded,
    spread,
)

from .attack import Reader
from .towns import DAY, RULE, dimension, published, towns

AREA = dimension("area", ("Bords de Seine", "Centre", "Plateau"))
COMES = dimension("comes", ("non", "oui"))


def shares(counts):
    safe = protect(published([AREA, COMES], counts, [("area", "comes")]), RULE)
    return safe, rates(safe.table("area", "comes"), safe.table("area"), "oui", RULE)


def test_a_share_is_told_of_numbers_that_are_told():
    _safe, found = shares([[40, 20], [30, 31], [25, 75]])
    assert [found[each,].percent for each in AREA.values] == [33, 51, 75]


def test_a_share_near_the_whole_does_not_tell_who_is_left():
    """97 of 100 come: the share and the base would give the three who do not."""
    safe, found = shares([[3, 97], [40, 60], [50, 50]])
    assert found["Bords de Seine",].percent is None
    assert found["Bords de Seine",].reason is Reason.FEW
    low, high = Reader([AREA, COMES]).reads(safe).bounds({"area": "Bords de Seine", "comes": "non"})
    assert low == 0
    assert high >= RULE.cell


def test_a_share_of_fewer_than_twenty_is_not_told():
    _safe, found = shares([[9, 9], [40, 60], [50, 50]])
    assert found["Bords de Seine",].percent is None
    assert found["Bords de Seine",].reason is Reason.BASE


def test_a_share_of_another_publication_is_refused():
    one, _found = shares([[40, 20], [30, 31], [25, 75]])
    other = protect(published([AREA], [60, 61, 100], [("area",)], day=date(2026, 12, 1)), RULE)
    with pytest.raises(ValueError, match="same"):
        rates(one.table("area", "comes"), other.table("area"), "oui", RULE)


@given(towns())
def test_rounded_figures_are_neighbours_and_hide_the_same(publication):
    safe = protect(publication, RULE)
    for names, table in rounded(safe, RULE).tables.items():
        assert table.step == 5
        for labels, figure in table.figures.items():
            exact = safe.tables[names].figures[labels].value
            assert (figure.value is None) == (exact is None)
            assert figure.value is None or (figure.value % 5 == 0 and abs(figure.value - exact) < 5)


def test_a_rounded_line_adds_up_to_its_rounded_total():
    safe = rounded(protect(published([AREA], [12, 12, 12], [("area",)]), RULE), RULE)
    assert safe.table()[()].value == 35
    assert [safe.table("area")[each,].value for each in AREA.values] == [15, 10, 10]


def test_nobody_makes_a_safe_table_by_hand():
    with pytest.raises(Unsealed):
        SafeTable("children", DAY, (), {}, 1, object())


def amounts(**categories):
    total, table = protect_amounts(Amounts("subventions", DAY, "domain", categories), RULE)
    return total[()].value, {labels[0]: figure.value for labels, figure in table.figures.items()}


def test_an_amount_is_told_of_three_structures_none_of_which_makes_nearly_all():
    total, told = amounts(sport=[900, 800, 700], music=[300, 400, 500], dance=[600, 500, 400])
    assert told == {"sport": 2400, "music": 1200, "dance": 1500}
    assert total == 5100


def test_two_structures_or_one_that_weighs_nearly_all_hide_another_with_them():
    _total, told = amounts(sport=[900, 800], music=[300, 400, 500], dance=[600, 500, 400])
    assert told == {"sport": None, "music": 1200, "dance": None}
    _total, told = amounts(sport=[9000, 80, 70], music=[3000, 4000, 5000], dance=[600, 500, 400])
    assert told["sport"] is None
    assert sum(value is None for value in told.values()) > 1


def test_the_total_is_hidden_where_it_would_tell_the_only_one():
    total, told = amounts(sport=[900, 800])
    assert (total, told) == (None, {"sport": None})


SQUARES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=60, unique=True)


@given(SQUARES, st.data())
def test_squares_used_for_access_hold_the_threshold_together(squares, data):
    places = np.array(squares, dtype=np.int64)
    children = np.array(data.draw(st.lists(st.integers(0, 9), min_size=len(squares), max_size=len(squares))))
    groups = grouped(places, children, 5)
    held = np.bincount(groups, weights=children)
    used = spread(places, children, 5)
    if children.sum() < 5:
        assert not used.any()
        return
    assert (held >= 5).all()
    assert np.isclose(used.sum(), children.sum())
    assert all(np.ptp(used[groups == group]) < 1e-12 for group in range(groups.max() + 1))


@given(SQUARES, st.randoms())
def test_order_of_squares_changes_nothing(squares, chance):
    places = np.array(squares, dtype=np.int64)
    children = places.sum(axis=1) % 5
    order = list(range(len(squares)))
    chance.shuffle(order)
    assert np.array_equal(spread(places, children, 5)[order], spread(places[order], children[order], 5))


def test_a_lone_child_in_a_square_is_not_found_by_asking_what_if_a_thousand_times():
    """Seats are moved to each square in turn, and the seats per child of its surroundings are read each time."""
    places = np.array([(x, y) for x in range(6) for y in range(6)], dtype=np.int64)
    chance = np.random.default_rng(7)
    children = chance.integers(0, 9, 36)
    children[17] = 1
    near = np.exp(-((places[:, None] - places[None, :]) ** 2).sum(axis=2) / 3)

    def found_by_asking(population):
        seats_for_each = 100 / (near @ population)
        return np.linalg.solve(near, 100 / seats_for_each)

    assert found_by_asking(children.astype(float))[17] == pytest.approx(1)
    used = spread(places, children, RULE.cell)
    answer = found_by_asking(used)
    groups = grouped(places, children, RULE.cell)
    assert np.allclose(answer, used)
    assert (np.bincount(groups, weights=answer) >= RULE.cell - 1e-6).all()
