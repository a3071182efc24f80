"""Which squares may be told: the thresholds, and nothing to find by subtraction."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from preau.observatory.equity.rules.visible import Least, visible

LEAST = Least(children=5, share=20, step=5)
squares = st.lists(
    st.tuples(st.floats(0, 200, width=16), st.floats(0, 60, width=16), st.booleans()), min_size=1, max_size=20
)


def shown(rows):
    children, households, imputed = zip(*rows, strict=True)
    return visible(np.array(children), np.array(households), np.array(imputed), LEAST)


def test_the_thresholds():
    found = shown([(4.9, 50, False), (5, 50, False), (30, 10.9, False), (30, 11, False), (30, 50, True), (0, 0, True)])
    assert found.children.tolist() == [0, 5, 0, 30, 0, 0]
    assert found.few_children.tolist() == [True, False, False, False, False, True]
    assert found.few_households.tolist() == [False, False, True, False, False, False]
    assert found.is_imputed.tolist() == [False, False, False, False, True, False]


@given(squares)
def test_a_square_is_hidden_for_one_reason_or_told_by_fives(rows):
    found = shown(rows)
    reasons = np.column_stack([found.few_children, found.few_households, found.is_imputed]).sum(1)
    assert set(reasons.tolist()) <= {0, 1}
    told = found.children[~found.is_hidden]
    assert (told >= LEAST.children).all()
    assert (told % LEAST.step == 0).all()
    assert (found.children[found.is_hidden] == 0).all()


@given(squares, st.data())
def test_who_lives_in_a_hidden_square_is_in_no_figure(rows, data):
    """Whatever it holds, short of being told, what every figure is made of stays the same."""
    before = shown(rows)
    hidden = np.flatnonzero(before.few_children).tolist()
    if not hidden:
        return
    at = data.draw(st.sampled_from(hidden))
    changed = list(rows)
    changed[at] = (data.draw(st.floats(0, 4.75, width=16)), *rows[at][1:])
    assert shown(changed).children.tolist() == before.children.tolist()
    assert shown(changed).is_hidden.tolist() == before.is_hidden.tolist()


@given(squares)
def test_a_town_that_hides_more_hides_more(rows):
    children, households, imputed = (np.array(each) for each in zip(*rows, strict=True))
    more = visible(children, households, imputed, Least(children=11, share=20, step=10))
    assert (more.is_hidden | ~shown(rows).is_hidden).all()
