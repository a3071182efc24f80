"""How unequal: known answers, and what must hold whatever the town."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.equity.rules.areas import means, middle, sums
from preau.observatory.equity.rules.gradient import gradient
from preau.observatory.equity.rules.inequality import dissimilarity, lorenz, theil
from preau.observatory.equity.rules.ratios import rate_ratio

rows = st.lists(st.tuples(st.floats(0, 50, width=16), st.integers(0, 40), st.integers(0, 3)), min_size=1, max_size=20)


def columns(drawn):
    values, people, groups = zip(*drawn, strict=True)
    return np.array(values, float), np.array(people, float), np.array(groups, np.intp)


def a(*values) -> np.ndarray:
    return np.array(values, float)


def test_everybody_the_same_is_no_inequality():
    values, people = a(3, 3, 3), a(10, 1, 5)
    assert lorenz(values, people).gini == pytest.approx(0)
    assert lorenz(values, people).held_by(0.2) == pytest.approx(0.2)
    assert theil(values, people, np.array([0, 1, 0])).whole == pytest.approx(0)


def test_one_child_in_four_has_everything():
    found = lorenz(a(0, 8), a(3, 1))
    assert found.gini == pytest.approx(0.75)
    assert found.held_by(0.5) == 0
    assert theil(a(0, 8), a(3, 1), np.array([0, 1])).whole == pytest.approx(math.log(4))


@given(rows)
def test_gini_is_the_mean_of_every_difference(drawn):
    values, people, _ = columns(drawn)
    curve = lorenz(values, people)
    if curve is None:
        assert people.sum() == 0 or people @ values == 0
        return
    apart = sum(
        one_people * other_people * abs(one - other)
        for one, one_people in zip(values, people, strict=True)
        for other, other_people in zip(values, people, strict=True)
    )
    mean = people @ values / people.sum()
    assert curve.gini == pytest.approx(apart / (2 * mean * people.sum() ** 2), abs=1e-9)


@given(rows)
def test_theil_is_what_lies_between_and_within(drawn):
    values, people, groups = columns(drawn)
    found = theil(values, people, groups)
    if found is None:
        return
    mean = people @ values / people.sum()
    share = values / mean
    whole = sum(p * x * math.log(x) for p, x in zip(people / people.sum(), share, strict=True) if x > 0)
    assert found.whole == pytest.approx(whole, abs=1e-9)
    assert found.between >= -1e-9
    assert found.within >= -1e-9
    assert theil(values, people, np.zeros(len(values), np.intp)).between == pytest.approx(0, abs=1e-9)


def test_dissimilarity_is_who_would_have_to_live_elsewhere():
    assert dissimilarity(a(10, 10), a(100, 100)) == pytest.approx(0)
    assert dissimilarity(a(10, 0), a(100, 100)) == pytest.approx(0.5)
    assert dissimilarity(a(10, 0), a(0, 100)) == pytest.approx(1)
    assert dissimilarity(a(0, 0), a(1, 2)) is None


def test_a_rate_ratio_has_its_interval():
    found = rate_ratio(30, 100, 400, 1000)
    assert found.ratio == pytest.approx(0.75)
    assert found.low < 0.75 < found.high
    assert found.differs
    assert not rate_ratio(3, 10, 400, 1000).differs


def test_a_rate_ratio_agrees_with_a_town_drawn_again_and_again():
    chance = np.random.default_rng(4)
    own, rest = chance.binomial(3000, 0.25, 20_000), chance.binomial(9000, 0.4, 20_000)
    ratios = (own / 3000) / ((own + rest) / 12_000)
    found = rate_ratio(750, 3000, 750 + 3600, 12_000)
    assert [found.low, found.high] == pytest.approx(np.quantile(ratios, [0.025, 0.975]), abs=0.003)


def test_a_rate_ratio_without_anything_to_estimate_says_so():
    assert rate_ratio(0, 0, 5, 10) is None
    assert rate_ratio(0, 5, 0, 10) is None
    assert rate_ratio(0, 5, 5, 10).low is None
    assert not rate_ratio(5, 5, 10, 10).differs
    with pytest.raises(ValueError, match="no part"):
        rate_ratio(6, 5, 6, 10)


def test_the_better_off_take_part_more():
    quotient, taken, children = a(300, 300, 900, 900), a(0, 1, 0, 1), a(80, 20, 40, 60)
    found = gradient(quotient, taken, children)
    assert found.concentration.value == pytest.approx(0.25)
    assert found.erreygers.value == pytest.approx(4 * 0.4 * 0.25)
    assert found.concentration.low > 0
    assert (found.children, found.unknown, found.unknown_mean) == (200, 0, None)
    turned = gradient(-quotient, taken, children)
    assert turned.concentration.value == pytest.approx(-0.25)


def test_the_interval_is_the_same_for_the_same_seed_and_narrows_with_more_children():
    few = gradient(a(1, 1, 2, 2), a(0, 1, 0, 1), a(8, 4, 6, 6), seed=7)
    many = gradient(a(1, 1, 2, 2), a(0, 1, 0, 1), a(800, 400, 600, 600), seed=7)
    assert few == gradient(a(1, 1, 2, 2), a(0, 1, 0, 1), a(8, 4, 6, 6), seed=7)
    assert few.concentration.low < 0 < few.concentration.high
    assert many.concentration.high - many.concentration.low < (few.concentration.high - few.concentration.low) / 5


def test_the_interval_holds_the_truth_nineteen_times_in_twenty():
    chance = np.random.default_rng(11)
    held = 0
    for trial in range(200):
        low, high = chance.binomial(150, 0.3), chance.binomial(150, 0.5)
        found = gradient(a(1, 1, 2, 2), a(0, 1, 0, 1), a(150 - low, low, 150 - high, high), seed=trial, draws=300)
        held += found.concentration.low <= 0.125 <= found.concentration.high
    assert 180 <= held <= 200


def test_an_unknown_quotient_is_a_class_of_its_own():
    known = gradient(a(1, 1, 2, 2), a(0, 1, 0, 1), a(8, 4, 6, 6))
    found = gradient(a(1, 1, 2, 2, np.nan, np.nan), a(0, 1, 0, 1, 0, 1), a(8, 4, 6, 6, 30, 10))
    assert found.concentration == known.concentration
    assert (found.unknown, found.unknown_mean) == (40, 0.25)
    assert gradient(a(np.nan), a(1), a(5)) is None
    assert gradient(a(1), a(0), a(5)) is None


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=12))
def test_the_index_is_that_of_each_child_alone(drawn):
    """Bands of children alike give what a list of children gives, whatever is taken."""
    quotient, taken, children = (a(*column) for column in zip(*drawn, strict=True))
    found = gradient(quotient, taken, children, most=None, draws=2)
    one_each = gradient(
        np.repeat(quotient, children.astype(int)), np.repeat(taken, children.astype(int)), np.ones(int(children.sum())),
        most=None, draws=2,
    )  # fmt: skip
    if found is None:
        assert one_each is None
        return
    assert found.erreygers is None
    assert found.concentration.value == pytest.approx(one_each.concentration.value, abs=1e-9)
    ranks = np.array([((quotient < q) @ children + (quotient == q) @ children / 2) / children.sum() for q in quotient])
    mean = children @ taken / children.sum()
    plain = 2 / mean * (children @ (ranks * taken) / children.sum() - mean * (children @ ranks) / children.sum())
    assert found.concentration.value == pytest.approx(plain, abs=1e-9)


def test_squares_add_up_to_quarters():
    values, people, groups = a(1, 3, 10), a(1, 1, 2), np.array([0, 0, 2])
    assert sums(people, groups, 3).tolist() == [2, 0, 2]
    assert means(values, people, groups, 3).tolist()[::2] == [2, 10]
    assert math.isnan(means(values, people, groups, 3)[1])
    assert middle(a(30, 5, math.inf), a(1, 2, 1)) == 5
    assert middle(a(5, math.inf), a(1, 2)) == math.inf
    assert math.isnan(middle(a(5), a(0)))
