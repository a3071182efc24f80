"""A verdict: proposed, answered by another side, adopted with its figures, and kept by the database from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from preau.observatory.evaluation.adopting import Sitting, adopt, adopt_verdict, publish
from preau.observatory.evaluation.concluding import dissent, leave_unmeasured, propose_verdict, withdraw
from preau.observatory.evaluation.enums import Strength, VerdictKind
from preau.observatory.evaluation.errors import (
    AlreadySaid,
    NotInReview,
    NotPrepared,
    Settled,
    VerdictIncomplete,
    VerdictsMissing,
    WrongDays,
)
from preau.observatory.evaluation.frozen import ADOPTED
from preau.observatory.evaluation.models import AdoptedFigure, Dissent, Evaluation, Verdict
from preau.observatory.evaluation.preparing import conclude
from preau.observatory.evaluation.reading import effect_told, evaluation_told, last_adopted, last_published, under_way
from preau.observatory.evaluation.rules import VerdictLack, lacks_of
from preau.people.notices.models import Notice
from tests.cast.evaluation import (
    HAND,
    PROPOSAL,
    SITTING,
    culture,
    effect_of,
    known_of,
    make_evaluation,
    make_typed_indicator,
    the_verdict,
    type_the_value,
)
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db


def test_verdicts_are_proposed_between_the_end_of_contributions_and_the_committee():
    for state in ("prepared", "open"):
        evaluation = make_evaluation(state, year=2025 if state == "open" else 2024)
        with pytest.raises(NotInReview):
            propose_verdict(evaluation, effect_of(evaluation), PROPOSAL, hand=HAND)
    Evaluation.objects.filter(school_year=2025).update(state="review")
    evaluation = Evaluation.objects.get(school_year=2025)
    with pytest.raises(ValueError, match=r"A1\.G1\.O1"):
        propose_verdict(evaluation, effect_of(evaluation, "A1.G1.O1"), PROPOSAL, hand=HAND)


@pytest.mark.parametrize(
    ("change", "figures", "lacks"),
    [
        ({}, 0, ()),
        ({"narrative": " "}, 1, (VerdictLack.NARRATIVE,)),
        ({"strength_reason": ""}, 1, (VerdictLack.STRENGTH_REASON,)),
        ({"kind": VerdictKind.NOT_MEASURED}, 0, (VerdictLack.WEAK,)),
        ({"strength": Strength.STRONG}, 0, (VerdictLack.EVIDENCE,)),
        ({"strength": Strength.STRONG}, 1, ()),
    ],
)
def test_a_verdict_gives_its_reasons_and_proves_no_more_than_it_knows(change, figures, lacks):
    told = replace(PROPOSAL, **change)
    args = (told.kind, told.strength, told.strength_reason, told.narrative)
    assert lacks_of(*args, known_figures=figures) == lacks


def test_an_incomplete_verdict_is_refused_and_nothing_is_written():
    evaluation = make_evaluation("review")
    with pytest.raises(VerdictIncomplete) as refused:
        propose_verdict(evaluation, effect_of(evaluation, "A1.G1.E2"), replace(PROPOSAL, narrative=""), hand=HAND)
    assert refused.value.lacks == (VerdictLack.NARRATIVE,)
    assert evaluation.verdicts.count() == 1


def test_worded_again_it_is_the_same_verdict_and_a_dissent_says_which_wording_it_answers():
    evaluation = make_evaluation("review")
    verdict = the_verdict(evaluation)
    said = dissent(verdict, culture(), "Nous avons vu l’inverse.", hand=HAND)
    again = propose_verdict(evaluation, verdict.effect, replace(PROPOSAL, kind=VerdictKind.CONFIRMED), hand=HAND)
    assert (again.pk, again.version) == (verdict.pk, 2)
    (kept,) = effect_told(evaluation, verdict.effect).dissents
    assert kept == said and kept.is_about_another_wording


def test_those_who_contributed_beside_an_effect_read_first_what_is_made_of_it():
    awa = make_person("contributor")
    make_evaluation("review")
    assert Notice.objects.filter(recipient=awa, title="Verdict proposé pour l’effet A1.G1.E1").exists()


def test_a_side_says_once_that_it_sees_things_otherwise_and_takes_back_its_own_word():
    verdict = the_verdict(make_evaluation("review"))
    said = dissent(verdict, culture(), "Nous avons vu l’inverse.", hand=HAND)
    with pytest.raises(AlreadySaid):
        dissent(verdict, culture(), "Encore.", hand=HAND)
    with pytest.raises(ValueError, match=r"^ $"):
        dissent(verdict, culture(), " ", hand=HAND)
    withdraw(said, hand=HAND)
    withdraw(said, hand=HAND)
    dissent(verdict, culture(), "Autrement dit.", hand=HAND)
    assert Dissent.objects.count() == 2 and Dissent.objects.standing().count() == 1


def test_a_dissent_may_still_be_signed_after_the_committee_but_not_once_everybody_reads():
    evaluation = make_evaluation("adopted")
    said = dissent(the_verdict(evaluation), culture(), "Le comité se trompe.", hand=HAND)
    publish(evaluation, hand=HAND)
    with pytest.raises(Settled):
        withdraw(said, hand=HAND)
    with pytest.raises(Settled):
        dissent(the_verdict(evaluation, "A1.G1.E2"), culture(), "Trop tard.", hand=HAND)


def test_the_committee_adopts_all_or_says_what_is_missing():
    evaluation = make_evaluation("review")
    known = known_of(evaluation.plan)
    with pytest.raises(NotPrepared):
        adopt(evaluation, SITTING, known, hand=HAND)
    conclude(evaluation, "Un bon départ.", hand=HAND)
    with pytest.raises(VerdictsMissing) as missing:
        adopt(evaluation, SITTING, known, hand=HAND)
    assert missing.value.codes == ["A1.G1.E2", "A1.G1.E3", "A2.G1.E1", "A2.G1.E2", "A2.G1.E3"]
    assert leave_unmeasured(evaluation, "Aucun relevé.", hand=HAND) == 5
    assert leave_unmeasured(evaluation, "Aucun relevé.", hand=HAND) == 0
    with pytest.raises(WrongDays):
        adopt(evaluation, Sitting("COPIL", date(2026, 12, 1)), known, hand=HAND)
    adopted = adopt(evaluation, SITTING, known, hand=HAND)
    assert (adopted.state, adopted.adopted_on) == ("adopted", SITTING.held_on)
    assert evaluation.verdicts.adopted().count() == 6


def test_one_verdict_may_be_adopted_before_the_others():
    evaluation = make_evaluation("review")
    verdict = adopt_verdict(the_verdict(evaluation), SITTING, known_of(evaluation.plan), hand=HAND)
    assert (verdict.adopted_on, verdict.adopted_by_body) == (SITTING.held_on, "Comité de pilotage")
    with pytest.raises(Settled):
        adopt_verdict(verdict, SITTING, known_of(evaluation.plan), hand=HAND)
    with pytest.raises(Settled):
        propose_verdict(evaluation, verdict.effect, PROPOSAL, hand=HAND)


def test_figures_are_those_of_the_day_of_the_committee_whatever_is_typed_afterwards():
    evaluation = make_evaluation("review")
    indicator = make_typed_indicator(counted=12, among=40)
    known = known_of(evaluation.plan)
    before = effect_told(evaluation, effect_of(evaluation), known).indicators
    adopt_verdict(the_verdict(evaluation), SITTING, known, hand=HAND)
    type_the_value(indicator, 2025, counted=39, among=40)
    (told,) = effect_told(evaluation, effect_of(evaluation), known).indicators
    assert [(each.school_year, each.value) for each in told.series] == [(2024, 30.0), (2025, 30.0)]
    assert told.figure.source == "relevé du service"
    shown = [replace(each.shown, figure=replace(each.shown.figure, people=None)) for each in before[0].series]
    assert [each.shown for each in told.series] == shown


def test_a_number_that_was_hidden_is_not_even_kept():
    evaluation = make_evaluation("review")
    indicator = make_typed_indicator(years=(2025,))
    indicator.values.update(answers=6, asked=30)
    adopt_verdict(the_verdict(evaluation), SITTING, known_of(evaluation.plan), hand=HAND)
    (kept,) = AdoptedFigure.objects.all()
    assert (kept.is_hidden, kept.counted, kept.among, kept.value) == (True, None, None, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptedFigure.objects.filter(pk=kept.pk).update(value=4)


@pytest.fixture
def fixed():
    with connection.cursor() as cursor:
        for statement in ADOPTED.statements(connection.vendor):
            cursor.execute(statement)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Verdict, {"kind": "refuted"}),
        (Verdict, {"narrative": "Autre chose."}),
        (Verdict, {"adopted_on": None}),
        (Verdict, {"adopted_by_body": "Personne"}),
        (AdoptedFigure, {"value": 99}),
        (AdoptedFigure, {"snapshot": "un autre"}),
        (Dissent, {"words": "Nous sommes d’accord."}),
        (Evaluation, {"conclusion": "Tout va bien."}),
        (Evaluation, {"adopted_on": date(2026, 1, 1)}),
    ],
)
def test_the_database_refuses_to_change_what_was_adopted_and_signed(fixed, model, change):
    make_typed_indicator()
    evaluation = make_evaluation("review")
    dissent(the_verdict(evaluation), culture(), "Nous avons vu l’inverse.", hand=HAND)
    leave_unmeasured(evaluation, "Aucun relevé.", hand=HAND)
    conclude(evaluation, "Un bon départ.", hand=HAND)
    adopt(evaluation, SITTING, known_of(evaluation.plan), hand=HAND)
    with pytest.raises(DatabaseError, match="is fixed"), transaction.atomic():
        model.objects.all().update(**change)
    Verdict.objects.update(proposed_by=None)  # an account may be forgotten
    publish(evaluation, hand=HAND)


def test_the_door_tells_axes_objectives_effects_and_figures():
    indicator = make_typed_indicator()
    evaluation = make_evaluation("published")
    told = evaluation_told(evaluation)
    assert [axis.axis.code for axis in told.axes] == ["A1", "A2"]
    assert told.verdicts == {VerdictKind.PARTLY: 1, VerdictKind.NOT_MEASURED: 5}
    effect = told.effects[0]
    assert (effect.effect.code, effect.kind) == ("A1.G1.E1", VerdictKind.PARTLY)
    assert [each.indicator for each in effect.indicators] == [indicator]
    objective = next(each for each in told.objectives if each.objective.code == "A1.G1.O2")
    assert [each.done for each in objective.contributions] == ["Douze séances au bassin."]
    assert told.without_verdict == []


def test_the_door_asks_a_fixed_number_of_questions(django_assert_max_num_queries):
    make_typed_indicator()
    evaluation = make_evaluation("published")
    with django_assert_max_num_queries(10):
        evaluation_told(evaluation)


def test_the_last_published_and_the_one_under_way():
    evaluation = make_evaluation("adopted")
    plan = evaluation.plan
    assert (last_published(plan), last_adopted(plan), under_way(plan)) == (None, evaluation, None)
    publish(evaluation, hand=HAND)
    following = make_evaluation("open", year=2026)
    assert (last_published(plan), under_way(plan)) == (evaluation, following)
