"""Places within reach: the same as a double loop, and the same as the package ``access``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.equity.rules.catchment import STEPS, Steps, two_step
from preau.observatory.equity.rules.pairs import Pairs

RECORDED = json.loads((Path(__file__).parent / "access.json").read_text())


def pairs_of(table) -> Pairs:
    return Pairs.of_table(np.array(table, dtype=float).reshape(len(table), -1))


def naive(table, people, supply, steps: Steps) -> list[float]:
    """As the article writes it: for each place those who share it, then for each origin what it reaches."""

    def weight(minutes: float) -> float:
        for bound, value in zip(steps.bounds, steps.weights, strict=True):
            if minutes <= bound:
                return value
        return 0.0

    ratio = []
    for place, seats in enumerate(supply):
        shared = sum(count * weight(table[origin][place]) for origin, count in enumerate(people))
        ratio.append(seats / shared if shared else 0.0)
    return [sum(ratio[place] * weight(minutes) for place, minutes in enumerate(row)) for row in table]


@st.composite
def towns(draw):
    origins, places = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    minutes = st.one_of(st.sampled_from([0.0, 10.0, 15.0, 20.0, 20.1]), st.floats(0, 30, width=32))
    table = draw(st.lists(st.lists(minutes, min_size=places, max_size=places), min_size=origins, max_size=origins))
    people = draw(st.lists(st.floats(0, 500, width=16), min_size=origins, max_size=origins))
    supply = draw(st.lists(st.integers(0, 200), min_size=places, max_size=places))
    return table, people, supply


@given(towns(), st.sampled_from([STEPS, Steps.flat(15.0)]))
def test_it_is_the_double_loop_of_the_article(town, steps):
    table, people, supply = town
    found = two_step(pairs_of(table), np.array(people), np.array(supply, dtype=float), steps)
    assert found.access == pytest.approx(naive(table, people, supply, steps), rel=1e-9, abs=1e-12)


@given(towns())
def test_no_seat_is_made_nor_lost(town):
    table, people, supply = town
    found = two_step(pairs_of(table), np.array(people), np.array(supply, dtype=float))
    shared = np.array(supply)[found.demand > 0].sum()
    assert np.array(people) @ found.access == pytest.approx(shared, rel=1e-9)


@pytest.mark.parametrize(
    ("steps", "answer"),
    [
        (Steps(tuple(map(float, RECORDED["steps"])), tuple(RECORDED["steps"].values())), "enhanced"),
        (Steps.flat(RECORDED["flat"]), "plain"),
    ],
)
def test_it_is_what_the_package_access_answers(steps, answer):
    minutes = np.array(RECORDED["minutes"])
    shape = len(RECORDED["people"]), len(RECORDED["supply"])
    pairs = Pairs(np.array(RECORDED["origins"]), np.array(RECORDED["places"]), minutes, shape)
    found = two_step(pairs, np.array(RECORDED["people"]), np.array(RECORDED["supply"]), steps)
    assert np.abs(found.access - np.array(RECORDED[answer])).max() < 1e-9
    assert found.access.max() > 0.1


def test_a_step_counts_to_its_bound_included():
    assert STEPS.of(np.array([0.0, 10.0, 10.01, 15.0, 20.0, 20.01])).tolist() == [1.0, 1.0, 0.68, 0.68, 0.22, 0.0]


def test_a_place_that_nobody_lives_near_gives_nothing_to_nobody():
    found = two_step(pairs_of([[5.0], [99.0]]), np.array([0.0, 30.0]), np.array([20.0]))
    assert found.access.tolist() == [0.0, 0.0]
    assert found.ratio.tolist() == [0.0]
