"""What is late, what is done, what has no action: each line of the board can be argued about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.plan.board.facts import PointFact
from preau.plan.board.lines import Board, Line
from preau.plan.board.rules import Late, Lateness, Mark, all_lateness, has_action, is_done, lateness, mark_of
from preau.plan.board.words import counts_in_words, late_in_words, statement
from preau.plan.sheets.enums import SheetState
from tests.plan.board.facts import axis, objective, sheet

TODAY = date(2026, 11, 24)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize("state", SheetState.values)
def test_every_state_is_drawn_or_left_out_on_purpose(state):
    assert (mark_of(sheet(state)) is None) == (state in ("rejected", "cancelled"))


@pytest.mark.parametrize(
    ("state", "facts", "why"),
    [
        ("running", {"ends_on": BEFORE}, Lateness.REVIEW),
        ("running", {"ends_on": TODAY}, None),
        ("running", {"starts_on": BEFORE, "ends_on": AFTER}, None),
        ("scheduled", {"starts_on": BEFORE}, Lateness.START),
        ("scheduled", {"starts_on": TODAY}, None),
        ("proposed", {"starts_on": BEFORE}, Lateness.START),
        ("draft", {"starts_on": BEFORE}, None),
        ("running", {"ends_on": AFTER, "milestone": "Bilan", "milestone_on": BEFORE}, Lateness.MILESTONE),
        ("reviewed", {"ends_on": BEFORE, "milestone_on": BEFORE}, None),
        ("archived", {"ends_on": BEFORE}, None),
        ("cancelled", {"starts_on": BEFORE, "ends_on": BEFORE, "milestone_on": BEFORE}, None),
        ("rejected", {"starts_on": BEFORE, "milestone_on": BEFORE}, None),
    ],
)
def test_an_action_is_late_for_one_reason(state, facts, why):
    told = lateness(sheet(state, **facts), TODAY)
    assert (told.why if told else None) == why


def test_a_horizon_that_passed_is_late_unless_all_is_done():
    passed = {"horizon_on": BEFORE}
    assert [late.why for late in all_lateness(objective(**passed), TODAY)] == [Lateness.HORIZON]
    assert [late.why for late in all_lateness(objective(sheet("running"), **passed), TODAY)] == [Lateness.HORIZON]
    assert all_lateness(objective(sheet("reviewed"), sheet("cancelled"), **passed), TODAY) == []
    assert all_lateness(objective(horizon_on=TODAY), TODAY) == []


def test_the_gravest_reason_comes_first():
    points = (PointFact(False, BEFORE), PointFact(True, None))
    told = all_lateness(
        objective(sheet("scheduled", starts_on=BEFORE), horizon_on=BEFORE - timedelta(9), points=points), TODAY
    )
    assert [late.why for late in told] == [Lateness.HORIZON, Lateness.START, Lateness.POINT]
    assert told[2] == Late(Lateness.POINT, BEFORE)


@pytest.mark.parametrize(
    ("states", "acts", "done"),
    [
        ([], False, False),
        (["draft"], False, False),
        (["cancelled", "rejected"], False, False),
        (["proposed"], True, False),
        (["reviewed", "archived"], True, True),
        (["reviewed", "running"], True, False),
    ],
)
def test_a_draft_is_an_idea_and_a_cancelled_action_is_none(states, acts, done):
    told = objective(*(sheet(state) for state in states))
    assert (has_action(told), is_done(told)) == (acts, done)


def test_a_sheet_that_serves_two_objectives_is_one_action():
    shared = sheet("running", ends_on=BEFORE)
    board = Board([axis(objective(shared), objective(shared, sheet("reviewed"), code="A1.G1.O2"))], TODAY)
    assert board.figures.actions == 2
    assert board.figures.late_actions == 1
    assert board.figures.late == 2


def test_squares_go_from_the_furthest_to_the_nearest_and_late_ones_first():
    sheets = [sheet("draft"), sheet("running"), sheet("running", ends_on=BEFORE), sheet("archived"), sheet("cancelled")]
    squares = Line(objective(*sheets), 1, TODAY).squares
    assert [(square.mark, square.is_late) for square in squares] == [
        (Mark.DONE, False),
        (Mark.RUNNING, True),
        (Mark.RUNNING, False),
        (Mark.DRAFT, False),
    ]


@given(
    st.lists(
        st.builds(
            sheet,
            st.sampled_from(SheetState.values),
            starts_on=st.none() | st.dates(date(2026, 9, 1), date(2027, 6, 1)),
            milestone_on=st.none() | st.dates(date(2026, 9, 1), date(2027, 6, 1)),
        ),
        max_size=8,
    )
)
def test_figures_add_up_whatever_there_is(sheets):
    board = Board([axis(objective(*sheets)), axis(objective(code="A2.G1.O1", owner=""), number=2)], TODAY)
    figures = board.figures
    assert figures.objectives == figures.owned + figures.unowned == figures.with_action + figures.without_action
    assert figures.actions == sum(count for mark, count in board.counts.items() if mark != "late")
    assert figures.late_actions <= figures.actions
    assert sum(part.figures.late for part in board.axes) == figures.late


def test_the_plan_is_told_in_three_sentences():
    late = sheet("scheduled", starts_on=BEFORE)
    lines = [objective(late, code="A2.G1.O1"), objective(code="A2.G1.O2", owner="", horizon_on=BEFORE)]
    board = Board([axis(objective(sheet("running"))), axis(*lines, number=2)], TODAY)
    assert statement(board) == [
        "2 objectifs ont du retard, tous dans l’axe 2.",
        "1 objectif sur 3 n’a encore aucune action, 1 aucun porteur.",
        "Aucun point n’attend de décision.",
    ]
    assert statement(Board([], TODAY)) == ["Le projet ne contient encore aucun objectif."]
    fine = Board([axis(objective(sheet("running")))], TODAY)
    assert statement(fine)[:2] == ["Rien n’est en retard.", "Chaque objectif a un porteur et une action."]


def test_marks_are_told_aloud():
    assert counts_in_words({"done": 2, "running": 1, "late": 1}) == "2 faites, 1 en cours, dont 1 en retard"
    assert counts_in_words({}) == ""


@pytest.mark.parametrize("why", Lateness)
def test_every_lateness_has_its_words(why):
    told = late_in_words(Late(why, BEFORE, sheet("running", milestone="Réunir les équipes", pk=7)))
    assert told and "%" not in told
    assert ("F2026-7" in told) == (why not in (Lateness.HORIZON, Lateness.POINT))
