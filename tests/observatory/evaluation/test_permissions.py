"""Role × action: who prepares, who contributes, who reads what is being made, who reads what was adopted."""

from __future__ import annotations

from datetime import date

import pytest

from preau.observatory.evaluation.models import Contribution, Evaluation, Verdict
from preau.observatory.evaluation.permissions import (
    CONTRIBUTIONS,
    DISSENTS,
    EVALUATIONS,
    SURVEYS,
    TARGETS,
    VERDICTS,
)
from preau.people.permissions import actor_of
from tests.cast.evaluation import make_evaluation, the_contribution, the_verdict
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
AT_WORK = {"coordinator", "contributor", "elected"}
PLAN = {*AT_WORK, "administrator", "reader", "agent", "data_officer"}
EVERYBODY = sorted({*PLAN, "provider", "school_head", "teacher", "family_agent", "activity_leader", "stranger"})
ALLOWED = {
    (EVALUATIONS, "prepare"): {"coordinator"},
    (EVALUATIONS, "open"): {"coordinator"},
    (EVALUATIONS, "close"): {"coordinator"},
    (EVALUATIONS, "reopen"): {"coordinator"},
    (EVALUATIONS, "propose"): {"coordinator"},
    (EVALUATIONS, "adopt"): {"coordinator"},
    (EVALUATIONS, "publish"): {"coordinator"},
    (EVALUATIONS, "follow"): {"coordinator", "elected"},
    (VERDICTS, "dissent"): {"contributor"},
    (DISSENTS, "withdraw"): {"contributor"},
    (TARGETS, "set"): {"coordinator"},
    (SURVEYS, "read"): PLAN,
    (SURVEYS, "record"): {"coordinator"},
    (CONTRIBUTIONS, "write"): {"coordinator", "contributor"},
}


@pytest.mark.parametrize("part", EVERYBODY)
def test_who_may_do_what(part):
    who = actor_of(make_person(part), date(2026, 11, 24))
    told = {(table, action): table.may(who, action) for table, action in ALLOWED}
    assert told == {key: part in parts for key, parts in ALLOWED.items()}


@pytest.mark.parametrize("part", EVERYBODY)
def test_what_is_being_made_is_read_by_those_who_make_it_and_the_rest_once_adopted(part):
    who = actor_of(make_person(part), date(2026, 11, 24))
    evaluation = make_evaluation("review")

    def reads(table, model):
        return table.rows(who, "read", model.objects.all()).exists()

    seen = [reads(EVALUATIONS, Evaluation), reads(CONTRIBUTIONS, Contribution), reads(VERDICTS, Verdict)]
    assert seen == [part in AT_WORK] * 3
    Evaluation.objects.filter(pk=evaluation.pk).update(
        state="adopted", adopted_on=date(2026, 11, 20), adopted_by_body="COPIL"
    )
    seen = [reads(EVALUATIONS, Evaluation), reads(CONTRIBUTIONS, Contribution), reads(VERDICTS, Verdict)]
    assert seen == [part in PLAN] * 3


def test_a_visitor_reads_what_is_published_and_nothing_before():
    who = actor_of(make_person("stranger"), date(2026, 11, 24))
    evaluation = make_evaluation("adopted")
    assert not EVALUATIONS.rows(who, "read_published", Evaluation.objects.all()).exists()
    Evaluation.objects.filter(pk=evaluation.pk).update(state="published", published_at="2026-11-23T08:00Z")
    assert EVALUATIONS.rows(who, "read_published", Evaluation.objects.all()).exists()


def test_a_contributor_writes_for_their_own_side_and_no_other():
    evaluation = make_evaluation("open")
    awa = actor_of(make_person("contributor"), date(2026, 11, 24))
    assert CONTRIBUTIONS.may(awa, "write", the_contribution(evaluation))
    assert not CONTRIBUTIONS.may(awa, "write", the_contribution(evaluation, "A2.G1.O1"))
    assert the_contribution(evaluation).state == "asked"
    assert the_verdict(make_evaluation("review", year=2024)).pk
