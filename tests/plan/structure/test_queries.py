from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import hide_from_public, remove_item, show_to_public
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.queries import neighbourhood, plan_tree
from tests.cast import make_big_plan, make_plan

pytestmark = pytest.mark.django_db


def test_tree_keeps_the_rows_of_the_table():
    tree = plan_tree(make_plan())
    rows = [
        (row.row.code, [item.code for item in row.objectives], [item.code for item in row.effects])
        for axis in tree.axes
        for general in axis.general_objectives
        for row in general.rows
    ]
    assert rows == [
        ("A1.G1.R1", ["A1.G1.O1", "A1.G1.O2"], ["A1.G1.E1", "A1.G1.E2"]),
        ("A1.G1.R2", ["A1.G1.O3"], ["A1.G1.E3"]),
        ("A2.G1.R1", ["A2.G1.O1", "A2.G1.O2"], ["A2.G1.E1", "A2.G1.E2", "A2.G1.E3"]),
    ]


def test_tree_costs_two_queries_whatever_the_size(django_assert_num_queries):
    small, big = make_plan(), make_big_plan(300)
    with django_assert_num_queries(2):
        assert len(plan_tree(small).objectives) == 5
    with django_assert_num_queries(2):
        assert len(plan_tree(big).objectives) == 300


def test_tree_leaves_out_what_was_removed_and_rows_left_empty(now):
    plan = make_plan()
    for code in ("A1.G1.O3", "A1.G1.E3"):
        remove_item(plan.items.get(code=code), hand=Hand(None, now))
    assert [row.row.code for row in plan_tree(plan).axes[0].general_objectives[0].rows] == ["A1.G1.R1"]


def test_an_effect_stands_beside_the_whole_group():
    found = neighbourhood(make_plan(), "A2.G1.E2")
    assert found is not None
    assert [item.code for item in found.objectives] == ["A2.G1.O1", "A2.G1.O2"]
    assert (found.axis.code, found.general_objective.code) == ("A2", "A2.G1")


@pytest.mark.parametrize("code", ["A9.G1.O1", "A1", "A1.G1", ""])
def test_no_neighbourhood_for_what_is_not_in_a_row(code):
    assert neighbourhood(make_plan(), code) is None


def test_public_reads_the_plan_shown_last_and_the_former_one_when_it_is_hidden(now):
    first, second = make_plan(shown=True), make_plan(title="Le suivant")
    assert TerritorialEducationPlan.objects.on_display() == first
    show_to_public(second, hand=Hand(None, now))
    assert TerritorialEducationPlan.objects.on_display() == second
    hide_from_public(second, hand=Hand(None, now))
    assert TerritorialEducationPlan.objects.on_display() == first
