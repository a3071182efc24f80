"""The facts of a board come from the database, in a fixed number of queries."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from preau.plan.board.queries import board_of
from preau.plan.board.table import write_csv
from preau.plan.sheets.models import ActionSheet
from tests.cast import make_big_plan, make_plan
from tests.cast.sheets import make_sheet

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_a_board_says_what_each_objective_has():
    plan = make_plan()
    running = make_sheet("running", plan=plan)
    running.milestones.create(name="Réunir les équipes", due_on=date(2026, 11, 2))
    running.milestones.create(name="Choisir les dates", due_on=date(2026, 12, 1))
    make_sheet("cancelled", plan=plan)
    board = board_of(plan, ActionSheet.objects.shared(), TODAY)
    line = next(line for line in board.lines if line.objective.code == "A1.G1.O2")
    assert [(square.mark, square.is_late) for square in line.squares] == [("running", True)]
    assert {late.why for late in line.late} == {"milestone", "point"}
    assert line.late[0].sheet.milestone == "Réunir les équipes"
    assert line.organisations == {"service-des-sports", "ecole-du-lavoir"}
    assert (board.figures.objectives, board.figures.owned, board.figures.with_action) == (5, 1, 1)
    assert (board.figures.decisions, board.figures.late_points) == (1, 1)
    assert [len(axis.lines) for axis in board.axes] == [3, 2]


def test_what_is_late_is_what_the_sheets_themselves_call_late():
    """Two ways of saying it, one truth."""
    plan = make_plan()
    dates = {"starts_on": date(2026, 9, 14), "ends_on": date(2026, 11, 6)}
    for state in ("draft", "proposed", "co_validated", "scheduled", "running", "reviewed", "cancelled", "rejected"):
        for facts in ({}, dates):
            sheet = make_sheet(state, plan=plan, **facts)
            sheet.milestones.create(name="Demain", due_on=date(2026, 11, 25))
    everything = ActionSheet.objects.filter(plan=plan).exclude(state="draft")
    board = board_of(plan, everything, TODAY)
    told = {square.sheet.pk for line in board.lines for square in line.squares if square.is_late}
    assert told == set(everything.late(TODAY).values_list("pk", flat=True)) != set()


def test_a_reader_counts_only_what_they_may_see():
    plan = make_plan()
    make_sheet("draft", plan=plan)
    assert board_of(plan, ActionSheet.objects.shared(), TODAY).figures.actions == 0
    assert board_of(plan, ActionSheet.objects.all(), TODAY).counts == {"draft": 1}


def test_what_was_done_before_the_plan_is_not_its_progress():
    plan = make_plan()
    plan.starts_on = date(2026, 9, 1)
    make_sheet("reviewed", plan=plan, school_year=2025)
    assert board_of(plan, ActionSheet.objects.shared(), TODAY).figures.actions == 0
    make_sheet("running", plan=plan, school_year=2026)
    assert board_of(plan, ActionSheet.objects.shared(), TODAY).figures.actions == 1


def test_five_queries_whatever_the_size(django_assert_num_queries):
    plan = make_big_plan(300)
    for _ in range(12):
        make_sheet("running", plan=plan, objectives=list(plan.items.filter(code__startswith="A1.G1.O")[:5]))
    with django_assert_num_queries(5):
        assert board_of(plan, ActionSheet.objects.shared(), TODAY).figures.actions == 12


def test_the_table_runs_no_formula_and_holds_a_line_for_each_objective():
    plan = make_plan()
    plan.items.filter(code="A1.G1.O1").update(text='=cmd|" /C calc"!A0')
    board = board_of(plan, ActionSheet.objects.shared(), TODAY)
    rows = list(csv.reader(StringIO(write_csv(board, board.lines).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 6 and len({len(row) for row in rows}) == 1
    assert rows[1][2:4] == ["A1.G1.O1", '\'=cmd|" /C calc"!A0']
