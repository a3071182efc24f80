"""Small groups stay hidden, whatever somebody takes off the total."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from preau.offer.laboratory.cells import shown, threshold_of

GROUPS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 40), min_size=1)


@given(GROUPS, st.sampled_from((5, 11)))
def test_no_group_that_is_shown_is_small(counts, threshold):
    assert all(counts[name] >= threshold for name in shown(counts, threshold))


@given(GROUPS, st.sampled_from((5, 11)))
def test_what_is_left_of_the_total_is_no_small_group_either(counts, threshold):
    """The total is told: total minus the groups shown is known to whoever subtracts."""
    hidden = counts.keys() - shown(counts, threshold)
    left = sum(counts.values()) - sum(counts[name] for name in counts.keys() - hidden)
    assert not hidden or len(hidden) == len(counts) or (len(hidden) >= 2 and left >= threshold)


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 12), min_size=2, max_size=4), st.sampled_from((3, 5)))
def test_somebody_who_tries_every_town_finds_no_hidden_group(counts, threshold):
    """All the towns that would show the same page, rule known: each hidden group has several possible numbers."""
    page = {name: counts[name] for name in shown(counts, threshold)}
    hidden = sorted(counts.keys() - page.keys())
    total = sum(counts.values())
    towns = [
        dict(zip(hidden, numbers, strict=True))
        for numbers in product(range(1, total), repeat=len(hidden))
        if sum(numbers) + sum(page.values()) == total
    ]
    same = [town for town in towns if shown(town | page, threshold) == page.keys()]
    small = [name for name in hidden if counts[name] < threshold]
    if page:
        assert all(len({town[name] for town in same}) > 1 for name in small)


def test_groups_large_enough_are_all_shown():
    assert shown({"a": 20, "b": 11}, 11) == {"a", "b"}
    assert shown({"a": 20, "b": 10}, 11) == frozenset()
    assert shown({"a": 20, "b": 10, "c": 30}, 11) == {"c"}
    assert shown({"a": 20, "b": 2, "c": 1, "d": 30}, 11) == {"d"}


def test_income_and_disability_hide_more():
    assert threshold_of("quotient", cell=5, sensitive_cell=11) == threshold_of("inclusion", cell=5, sensitive_cell=11)
    assert threshold_of("area", cell=5, sensitive_cell=11) == 5
