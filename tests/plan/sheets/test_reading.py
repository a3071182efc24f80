"""What lists and boards read of sheets, in a number of queries that does not grow."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from preau.plan.sheets.models import ActionSheet, BudgetLine
from preau.plan.sheets.queries import balance_of, sheets_by_objective, sheets_of, states_by_objective
from tests.cast import make_plan
from tests.cast.sheets import make_sheet, the_owner

pytestmark = pytest.mark.django_db


def test_a_board_reads_the_sheets_of_each_objective_in_two_queries(django_assert_num_queries):
    plan = make_plan()
    both = [plan.items.get(code=code) for code in ("A1.G1.O1", "A1.G1.O2")]
    running, proposed, draft = make_sheet("running"), make_sheet("proposed", objectives=both), make_sheet()
    with django_assert_num_queries(2):
        found = sheets_by_objective(plan)
    assert found == {both[0].pk: [proposed], both[1].pk: [running, proposed]}
    with django_assert_num_queries(2):
        assert states_by_objective(plan) == {
            both[0].pk: Counter(proposed=1),
            both[1].pk: Counter(running=1, proposed=1),
        }
    assert draft in sheets_by_objective(plan, ActionSheet.objects.all())[both[1].pk]


def test_a_list_of_sheets_takes_the_same_queries_whatever_its_length(django_assert_num_queries):
    plan = make_plan()
    for _ in range(4):
        make_sheet("scheduled", plan)
    with django_assert_num_queries(4):
        assert all(each.owner.name and each.theme_set == set() for each in sheets_of(plan))


@pytest.mark.parametrize(
    ("state", "today", "is_late"),
    [
        ("scheduled", date(2027, 1, 11), False),
        ("scheduled", date(2027, 1, 12), True),
        ("running", date(2027, 3, 26), False),
        ("running", date(2027, 3, 27), True),
        ("reviewed", date(2027, 9, 1), False),
        ("draft", date(2027, 9, 1), False),
    ],
)
def test_a_sheet_is_late_when_a_day_passes_without_its_step(state, today, is_late):
    make_sheet(state)
    assert ActionSheet.objects.late(today).exists() is is_late


def test_a_milestone_that_is_over_makes_a_sheet_late():
    sheet = make_sheet("co_validated")
    sheet.milestones.create(name="Réserver le car", due_on=date(2026, 11, 20))
    assert list(ActionSheet.objects.late(date(2026, 11, 24))) == [sheet]


def test_money_is_told_to_the_cent_funder_by_funder():
    sheet = make_sheet()
    sheet.budget.bulk_create(
        BudgetLine(sheet=sheet, **line)
        for line in (
            {"kind": "expense", "label": "Car", "planned": "810.10"},
            {"kind": "expense", "label": "Bassin", "planned": "0.20"},
            {"kind": "income", "label": "Ville", "funder": the_owner(), "planned": "500.10", "granted": "400"},
            {"kind": "income", "label": "Ville encore", "funder": the_owner(), "planned": "100"},
            {"kind": "income", "label": "Fondation", "funder_name": "Fondation de l’eau", "planned": "200"},
        )
    )
    balance = balance_of(list(sheet.budget.select_related("funder")))
    assert (balance.expenses, balance.planned, balance.granted) == (
        Decimal("810.30"),
        Decimal("800.10"),
        Decimal("400"),
    )
    assert balance.missing == Decimal("10.20")
    assert [(each.name, each.planned, each.granted) for each in balance.by_funder] == [
        ("Service des sports", Decimal("600.10"), Decimal("400")),
        ("Fondation de l’eau", Decimal("200"), None),
    ]
