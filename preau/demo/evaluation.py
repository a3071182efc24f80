"""Clairval's two evaluations: the year before, adopted and published; the year that runs, with contributions under way.

What needs figures waits for the first snapshot: ``settle_evaluations`` comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from preau.demo.content import evaluation as past
from preau.demo.content import evaluation_now as running
from preau.observatory.evaluation import preparing
from preau.observatory.evaluation.adopting import Sitting, adopt, publish
from preau.observatory.evaluation.aiming import set_target
from preau.observatory.evaluation.concluding import Proposal, dissent, leave_unmeasured, propose_verdict
from preau.observatory.evaluation.contributing import hand_in, save_words
from preau.observatory.evaluation.enums import EvaluationState, Strength, VerdictKind
from preau.observatory.evaluation.models import Contribution, Evaluation
from preau.observatory.evaluation.preparing import Question
from preau.observatory.evaluation.reading import effect_told
from preau.observatory.evaluation.surveys.reading import read_survey
from preau.observatory.evaluation.surveys.recording import About, give_figure, record_survey
from preau.observatory.facts.reading import facts_in_use
from preau.observatory.indicators.models import Indicator
from preau.observatory.indicators.queries import Known
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.sheets.done import sides_of_year
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan


def open_evaluations(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    _look_back(plan, people)
    _ask_now(plan, people)


@transaction.atomic
def settle_evaluations() -> None:
    """The committee of November: verdicts, with the figures of the snapshot. Nothing where it is settled already."""
    evaluation = Evaluation.objects.filter(school_year=past.YEAR, state=EvaluationState.REVIEW).first()
    if evaluation is None or not evaluation.plan.commune.is_fictional:
        return
    plan = evaluation.plan
    coordinator = evaluation.created_by
    known = Known(plan, facts_in_use(), past.ADOPTED_AT.date())
    _conclude(evaluation, known, coordinator)
    sitting = Sitting(past.COMMITTEE, past.HELD_ON)
    adopt(evaluation, sitting, known, hand=Hand(coordinator, past.ADOPTED_AT))
    publish(evaluation, hand=Hand(coordinator, past.PUBLISHED_AT))
    for code, amount in past.TARGETS:
        indicator = Indicator.objects.kept().filter(plan=plan, code=code).first()
        if indicator is not None:
            set_target(
                indicator, past.YEAR + 1, Decimal(amount), sitting, known, hand=Hand(coordinator, past.ADOPTED_AT)
            )


def _look_back(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    asked = Question(past.WHY, past.QUESTION, past.CRITERIA, past.PARENTS, past.OPENS_ON, past.CLOSES_ON)
    evaluation = preparing.prepare(plan, past.YEAR, asked, hand=Hand(coordinator, past.PREPARED_AT))
    evaluation = preparing.open_contributions(evaluation, hand=Hand(coordinator, past.OPENED_AT))
    _hand_in(evaluation, past.WORDS, people, past.HANDED_IN_AT)
    preparing.close(evaluation, hand=Hand(coordinator, past.CLOSED_AT))
    preparing.conclude(evaluation, past.CONCLUSION, hand=Hand(coordinator, past.PROPOSED_AT))
    _survey(plan, Hand(coordinator, past.PREPARED_AT))


def _ask_now(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    asked = Question(
        running.WHY, running.QUESTION, running.CRITERIA, running.PARENTS, running.OPENS_ON, running.CLOSES_ON
    )
    evaluation = preparing.prepare(plan, running.YEAR, asked, hand=Hand(coordinator, running.PREPARED_AT))
    sides = sides_of_year(plan, running.YEAR)
    evaluation = preparing.open_contributions(evaluation, sides, hand=Hand(coordinator, running.OPENED_AT))
    _hand_in(evaluation, running.HANDED_IN, people, running.WRITTEN_AT)
    for word in running.DRAFTS:
        if row := _row(evaluation, word, people):
            save_words(row, _said(word), seen_version=0, hand=Hand(people[word.by], running.WRITTEN_AT))


def _hand_in(evaluation: Evaluation, words: Iterable[past.Word], people: Mapping[str, User], at: datetime) -> None:
    for word in words:
        if row := _row(evaluation, word, people):
            hand_in(row, _said(word), seen_version=0, hand=Hand(people[word.by], at))


def _row(evaluation: Evaluation, word: past.Word, people: Mapping[str, User]) -> Contribution | None:
    sides = people[word.by].memberships.values("organisation")
    rows = evaluation.contributions.filter(objective__code=word.objective, organisation__in=sides)
    return rows.select_related("evaluation").first()


def _said(word: past.Word) -> dict[str, str]:
    return {"done": word.done, "helped": word.helped, "hindered": word.hindered, "proposed": word.proposed}


def _conclude(evaluation: Evaluation, known: Known, coordinator: User | None) -> None:
    hand = Hand(coordinator, past.PROPOSED_AT)
    effects = {item.code: item for item in evaluation.plan.items.present().select_related("row")}
    for told in past.VERDICTS:
        if effect := effects.get(told.effect):
            _propose(evaluation, effect, told, known, hand)
    leave_unmeasured(evaluation, past.UNMEASURED, hand=hand)
    sides = {each.slug: each for each in Organisation.objects.filter(commune=evaluation.plan.commune)}
    for code, side, who, words in past.DISSENTS:
        verdict = evaluation.verdicts.filter(effect__code=code).first()
        signer = User.objects.filter(email__startswith=f"{who}@").first() if who else None
        if verdict is not None and side in sides:
            dissent(verdict, sides[side], words, hand=Hand(signer, past.DISSENTED_AT))


def _propose(evaluation: Evaluation, effect: PlanItem, told: past.Told, known: Known, hand: Hand) -> None:
    figures = sum(each.is_known for each in effect_told(evaluation, effect, known).indicators)
    strength = Strength(told.strength)
    if strength == Strength.STRONG and not figures:
        strength = Strength.MODERATE  # the snapshot knows nothing: the verdict claims less
    proposal = Proposal(VerdictKind(told.kind), strength, told.reason, told.narrative, told.learnt, told.change)
    propose_verdict(evaluation, effect, proposal, known_figures=figures, hand=hand)


def _survey(plan: TerritorialEducationPlan, hand: Hand) -> None:
    content = past.SURVEY.encode()
    about = About(past.YEAR, past.SURVEY_TITLE, past.SURVEY_AUDIENCE, past.SURVEY_ON, past.SURVEY_ASKED)
    upload = (content, "climat-mai-2026.csv")
    survey = record_survey(plan, about, read_survey(content, upload[1]), upload=upload, hand=hand)
    indicator = Indicator.objects.kept().filter(plan=plan, code=past.SURVEY_INDICATOR).first()
    question = survey.questions.order_by("number").first()
    if indicator is not None and question is not None:
        answers = list(question.answers.order_by("position").values_list("pk", flat=True)[:1])
        give_figure(question, indicator, answers, hand=hand)
