"""The checklist, from facts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from preau.plan.adoption.enums import DayFault, Lack, Need
from preau.plan.adoption.rules import (
    ItemFact,
    PlanFacts,
    PointFact,
    ReturnFact,
    SuggestionFact,
    checklist_of,
    fault_of_day,
)

START, END = date(2026, 9, 1), date(2029, 8, 31)
OBJECTIVE = ItemFact("A1.G1.O1", "operational_objective", "A1.G1", "A1.G1.R1", "Ouvrir", True, date(2028, 1, 1))
EFFECT = ItemFact("A1.G1.E1", "expected_effect", "A1.G1", "A1.G1.R1", "Ouvert")
AXIS, GENERAL = ItemFact("A1", "axis"), ItemFact("A1.G1", "general_objective", "A1")
READY = PlanFacts(START, END, True, (AXIS, GENERAL, OBJECTIVE, EFFECT))


def missing(facts: PlanFacts) -> dict[Need, list[tuple[str, Lack]]]:
    lines = checklist_of(facts).lines
    return {line.need: [(one.code, one.lack) for one in line.missing] for line in lines if line.missing}


def with_objective(**facts: object) -> PlanFacts:
    return replace(READY, items=(AXIS, GENERAL, replace(OBJECTIVE, **facts), EFFECT))


def test_a_complete_plan_is_ready():
    assert checklist_of(READY).is_ready
    assert missing(READY) == {}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (replace(READY, items=()), {Need.BRANCHES: [("", Lack.NOTHING)]}),
        (replace(READY, items=(AXIS,)), {Need.BRANCHES: [("A1", Lack.ABSENT)]}),
        (replace(READY, items=(AXIS, GENERAL)), {Need.BRANCHES: [("A1.G1", Lack.ABSENT)]}),
        (
            replace(READY, items=(AXIS, GENERAL, EFFECT)),
            {Need.BRANCHES: [("A1.G1", Lack.ABSENT)], Need.EFFECTS: [("A1.G1.E1", Lack.ABSENT)]},
        ),
        (
            replace(READY, items=(*READY.items, replace(EFFECT, code="A1.G1.E2", row="A1.G1.R2"))),
            {Need.EFFECTS: [("A1.G1.E2", Lack.ABSENT)]},
        ),
        (with_objective(has_owner=False), {Need.OWNERS: [("A1.G1.O1", Lack.ABSENT)]}),
        (with_objective(horizon_on=None), {Need.HORIZONS: [("A1.G1.O1", Lack.ABSENT)]}),
        (with_objective(horizon_on=date(2026, 8, 31)), {Need.HORIZONS: [("A1.G1.O1", Lack.TOO_EARLY)]}),
        (with_objective(horizon_on=START), {}),
        (with_objective(horizon_on=END), {}),
        (with_objective(horizon_on=date(2029, 9, 1)), {Need.HORIZONS: [("A1.G1.O1", Lack.TOO_LATE)]}),
        (replace(READY, starts_on=None), {Need.TERM: [("", Lack.ABSENT)]}),
        (replace(READY, ends_on=None), {Need.TERM: [("", Lack.ABSENT)]}),
        (replace(READY, points=(PointFact(3, "A1", True, "x"),)), {Need.DECISIONS: [("A1", Lack.ABSENT)]}),
        (replace(READY, points=(PointFact(3, "", False, "x"),)), {Need.POINTS: [("", Lack.ABSENT)]}),
        (replace(READY, suggestions=(SuggestionFact(4, "A1", "x"),)), {Need.SUGGESTIONS: [("A1", Lack.ABSENT)]}),
        (
            replace(READY, suggestions=(SuggestionFact(4, "A1", "x", 7),) * 3, returns=(ReturnFact(7, "c.docx"),)),
            {Need.RETURNS: [("", Lack.ABSENT)]},
        ),
        (replace(READY, returns=(ReturnFact(7, "c.docx"),)), {}),
        (replace(READY, has_introduction=False), {Need.INTRODUCTION: [("", Lack.ABSENT)]}),
    ],
)
def test_each_gap_has_its_line_and_no_other(facts, found):
    assert missing(facts) == found


def test_advice_does_not_keep_the_council_from_voting():
    assert checklist_of(replace(READY, has_introduction=False)).is_ready


def test_every_blocking_thing_counts_once():
    facts = replace(with_objective(has_owner=False, horizon_on=None), points=(PointFact(1, "A1", True, "x"),))
    assert checklist_of(facts).remaining == 3


@pytest.mark.parametrize(
    ("day", "previous", "fault"),
    [
        (date(2026, 11, 24), None, None),
        (date(2026, 11, 25), None, DayFault.FUTURE),
        (date(2013, 1, 23), None, DayFault.BEFORE_THE_LAW),
        (date(2023, 5, 1), date(2023, 5, 2), DayFault.BEFORE_PREVIOUS),
        (date(2023, 5, 2), date(2023, 5, 2), None),
    ],
)
def test_the_day_of_the_vote_is_possible(day, previous, fault):
    assert fault_of_day(day, today=date(2026, 11, 24), previous_on=previous) == fault


def test_a_vote_after_the_end_of_the_plan_is_a_mistake():
    assert fault_of_day(END, today=date(2030, 1, 1), ends_on=END) is None
    assert fault_of_day(date(2029, 9, 1), today=date(2030, 1, 1), ends_on=END) == DayFault.AFTER_THE_END
