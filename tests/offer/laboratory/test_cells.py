"""Small groups stay hidden, whatever somebody takes off the total, and even if they know how groups are hidden."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
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
def test_somebody_who_subtracts_finds_several_numbers_for_each_hidden_group(counts, threshold):
    """All the towns that have the same total and the same groups shown."""
    page = {name: counts[name] for name in shown(counts, threshold)}
    hidden = sorted(counts.keys() - page.keys())
    left = sum(counts.values()) - sum(page.values())
    towns = [numbers for numbers in product(range(1, left + 1), repeat=len(hidden)) if sum(numbers) == left]
    if page:
        assert all(len({town[place] for town in towns}) > 1 for place in range(len(hidden)))


@pytest.mark.parametrize(("groups", "most", "threshold", "least"), [(3, 24, 5, 4), (4, 12, 3, 2), (5, 7, 3, 2)])
def test_somebody_who_knows_the_rule_finds_several_numbers_too(groups, most, threshold, least):
    """Every town of that many groups, sorted by the page it would give: those with the same page are told apart by none.

    Totals that larger towns would give too are left out: their pages are not all there.
    """
    names = "abcde"[:groups]
    towns = defaultdict(list)
    for numbers in product(range(1, most + 1), repeat=groups):
        counts = dict(zip(names, numbers, strict=True))
        page = tuple((name, counts[name]) for name in sorted(shown(counts, threshold)))
        towns[page, sum(numbers)].append(counts)
    for (page, total), same in towns.items():
        if page and len(page) < groups and total - sum(count for _name, count in page) <= most:
            hidden = set(names) - {name for name, _count in page}
            assert all(len({town[name] for town in same}) >= least for name in hidden), (page, same[0])


def test_groups_of_one_child_each_are_not_told_by_their_number():
    assert shown(dict.fromkeys("abcdef", 1) | {"g": 9, "h": 20}, 5) == {"h"}


def test_groups_large_enough_are_all_shown():
    assert shown({"a": 20, "b": 11}, 11) == {"a", "b"}
    assert shown({"a": 20, "b": 10}, 11) == frozenset()
    assert shown({"a": 20, "b": 10, "c": 30}, 11) == {"c"}
    assert shown({"a": 20, "b": 2, "c": 1, "d": 30}, 11) == {"d"}


def test_income_and_disability_hide_more():
    assert threshold_of("quotient", cell=5, sensitive_cell=11) == threshold_of("inclusion", cell=5, sensitive_cell=11)
    assert threshold_of("area", cell=5, sensitive_cell=11) == 5
