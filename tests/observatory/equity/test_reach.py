"""« What if »: only what moved is computed again, and the answer is the one of a whole computation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.equity.rules.catchment import two_step
from preau.observatory.equity.rules.nearest import nearest, reached
from preau.observatory.equity.rules.pairs import Pairs
from preau.observatory.equity.rules.reach import Reach, Seen

MOST = 15.0


@st.composite
def stories(draw):
    """A town, the number of a session, and how long everybody would take to where it might go."""
    origins, places = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    minutes = st.floats(0, 24, width=16) | st.just(np.inf) | st.sampled_from([10.0, 15.0])
    table = draw(st.lists(st.lists(minutes, min_size=places, max_size=places), min_size=origins, max_size=origins))
    column = draw(st.lists(minutes, min_size=origins, max_size=origins))
    people = draw(st.lists(st.integers(0, 90), min_size=origins, max_size=origins))
    supply = draw(st.lists(st.integers(0, 40), min_size=places, max_size=places))
    place = draw(st.integers(0, places - 1))
    return np.array(table), np.array(column), np.array(people, float), np.array(supply, float), place


def whole(table, people, supply) -> Seen:
    pairs = Pairs.of_table(table)
    return Seen(two_step(pairs, people, supply).access, nearest(pairs), reached(pairs, MOST))


def same(one: Seen, other: Seen) -> None:
    assert one.access == pytest.approx(other.access, rel=1e-9, abs=1e-9)
    assert one.nearest.tolist() == other.nearest.tolist()
    assert one.count.tolist() == other.count.tolist()


def way(column) -> tuple[np.ndarray, np.ndarray]:
    origins = np.flatnonzero(np.isfinite(column))
    return origins, column[origins]


@given(stories())
def test_a_session_that_moves(story):
    table, column, people, supply, place = story
    reach = Reach(Pairs.of_table(table), people, supply, most=MOST)
    after = table.copy()
    after[:, place] = column
    same(reach.moved(place, *way(column)), whole(after, people, supply))
    same(reach.now, whole(table, people, supply))


@given(stories())
def test_a_session_that_stops(story):
    table, _, people, supply, place = story
    reach = Reach(Pairs.of_table(table), people, supply, most=MOST)
    after = np.delete(table, place, axis=1)
    same(reach.without(place), whole(after, people, np.delete(supply, place)))


@given(stories())
def test_a_session_that_begins(story):
    table, column, people, supply, _ = story
    reach = Reach(Pairs.of_table(table), people, supply, most=MOST)
    after = np.column_stack([table, column])
    same(reach.with_one(*way(column), 12.0), whole(after, people, np.append(supply, 12.0)))
