"""Clairval's three evaluations: adopted, before the committee, asked for.

What needs figures waits for the first snapshot: ``settle_evaluations`` comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from preau.demo.content.evaluation import adopted, in_review, in_review_words, running
from preau.demo.content.evaluation.shapes import Asked, Told, Word
from preau.observatory.evaluation import preparing
from preau.observatory.evaluation.adopting import Sitting, adopt, publish
from preau.observatory.evaluation.aiming import set_target
from preau.observatory.evaluation.concluding import Proposal, dissent, leave_unmeasured, propose_verdict
from preau.observatory.evaluation.contributing import hand_in, join_file, save_words
from preau.observatory.evaluation.enums import EvaluationState, Strength, VerdictKind
from preau.observatory.evaluation.models import Contribution, Evaluation, Survey
from preau.observatory.evaluation.preparing import Question
from preau.observatory.evaluation.reading import effect_told
from preau.observatory.evaluation.recalling import remind
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
    _look_further_back(plan, people)
    _look_back(plan, people)
    _ask_now(plan, people)


@transaction.atomic
def settle_evaluations() -> None:
    """Verdicts with the figures of the snapshot: adopted for one year, proposed for the next.

    Nothing where it is settled already.
    """
    first = Evaluation.objects.filter(school_year=adopted.YEAR, state=EvaluationState.REVIEW).first()
    if first is None or not first.plan.commune.is_fictional:
        return
    _adopt(first)
    second = Evaluation.objects.filter(
        plan=first.plan, school_year=in_review.YEAR, state=EvaluationState.REVIEW
    ).first()
    if second is not None:
        known = Known(second.plan, facts_in_use(), in_review.PROPOSED_AT.date())
        _propose(second, in_review.VERDICTS, known, Hand(second.created_by, in_review.PROPOSED_AT))
        _object(second, in_review.DISSENTS, in_review.DISSENTED_AT)


def _adopt(evaluation: Evaluation) -> None:
    plan, coordinator = evaluation.plan, evaluation.created_by
    known = Known(plan, facts_in_use(), adopted.ADOPTED_AT.date())
    proposing = Hand(coordinator, adopted.PROPOSED_AT)
    _propose(evaluation, adopted.VERDICTS, known, proposing)
    leave_unmeasured(evaluation, adopted.UNMEASURED, hand=proposing)
    _object(evaluation, adopted.DISSENTS, adopted.DISSENTED_AT)
    sitting, hand = Sitting(adopted.COMMITTEE, adopted.HELD_ON), Hand(coordinator, adopted.ADOPTED_AT)
    adopt(evaluation, sitting, known, hand=hand)
    publish(evaluation, hand=Hand(coordinator, adopted.PUBLISHED_AT))
    for code, year, amount in adopted.TARGETS:
        if indicator := Indicator.objects.kept().filter(plan=plan, code=code).first():
            set_target(indicator, year, Decimal(amount), sitting, known, hand=hand)


def _look_further_back(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    asked = Question(
        adopted.WHY, adopted.QUESTION, adopted.CRITERIA, adopted.PARENTS, adopted.OPENS_ON, adopted.CLOSES_ON
    )
    evaluation = preparing.prepare(plan, adopted.YEAR, asked, hand=Hand(coordinator, adopted.PREPARED_AT))
    evaluation = _open(evaluation, Hand(coordinator, adopted.OPENED_AT))
    _hand_in(evaluation, adopted.WORDS, people, adopted.HANDED_IN_AT)
    preparing.close(evaluation, hand=Hand(coordinator, adopted.CLOSED_AT))
    preparing.conclude(evaluation, adopted.CONCLUSION, hand=Hand(coordinator, adopted.PROPOSED_AT))
    _survey(plan, adopted.YEAR, adopted.SURVEYS, Hand(coordinator, adopted.PREPARED_AT))


def _look_back(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    asked = Question(
        in_review.WHY,
        in_review.QUESTION,
        in_review.CRITERIA,
        in_review.PARENTS,
        in_review.OPENS_ON,
        in_review.CLOSES_ON,
    )
    evaluation = preparing.prepare(plan, in_review.YEAR, asked, hand=Hand(coordinator, in_review.PREPARED_AT))
    _survey(plan, in_review.YEAR, in_review.SURVEYS, Hand(coordinator, in_review.PREPARED_AT))
    evaluation = _open(evaluation, Hand(coordinator, in_review.OPENED_AT))
    before, after = in_review.RECALLED_ON
    _remind(before)
    _hand_in(evaluation, in_review_words.WORDS, people, in_review.HANDED_IN_AT)
    _save(evaluation, in_review_words.DRAFTS, people, in_review.HANDED_IN_AT)
    _remind(after)
    _hand_in(evaluation, in_review_words.LATE, people, in_review_words.LATE_AT)
    for joined in in_review_words.FILES:
        if row := _row(evaluation, joined.objective, people[joined.by]):
            upload = (joined.content.encode(), joined.name)
            join_file(row, upload, joined.title, hand=Hand(people[joined.by], joined.at))
    preparing.close(evaluation, hand=Hand(coordinator, in_review.CLOSED_AT))
    preparing.conclude(evaluation, in_review.CONCLUSION, hand=Hand(coordinator, in_review.PROPOSED_AT))


def _ask_now(plan: TerritorialEducationPlan, people: Mapping[str, User]) -> None:
    coordinator = people["yasmine.ferhat"]
    asked = Question(
        running.WHY, running.QUESTION, running.CRITERIA, running.PARENTS, running.OPENS_ON, running.CLOSES_ON
    )
    evaluation = preparing.prepare(plan, running.YEAR, asked, hand=Hand(coordinator, running.PREPARED_AT))
    evaluation = _open(evaluation, Hand(coordinator, running.OPENED_AT))
    _hand_in(evaluation, running.HANDED_IN, people, running.WRITTEN_AT)
    _save(evaluation, running.DRAFTS, people, running.WRITTEN_AT)


def _open(evaluation: Evaluation, hand: Hand) -> Evaluation:
    sides = sides_of_year(evaluation.plan, evaluation.school_year)
    return preparing.open_contributions(evaluation, sides, hand=hand)


def _hand_in(evaluation: Evaluation, words: Iterable[Word], people: Mapping[str, User], at: datetime) -> None:
    for word in words:
        if row := _row(evaluation, word.objective, people[word.by]):
            hand_in(row, _said(word), seen_version=0, hand=Hand(people[word.by], at))


def _save(evaluation: Evaluation, words: Iterable[Word], people: Mapping[str, User], at: datetime) -> None:
    for word in words:
        if row := _row(evaluation, word.objective, people[word.by]):
            save_words(row, _said(word), seen_version=0, hand=Hand(people[word.by], at))


def _row(evaluation: Evaluation, objective: str, who: User) -> Contribution | None:
    sides = who.memberships.values("organisation")
    rows = evaluation.contributions.filter(objective__code=objective, organisation__in=sides)
    return rows.select_related("evaluation").first()


def _said(word: Word) -> dict[str, str]:
    return {"done": word.done, "helped": word.helped, "hindered": word.hindered, "proposed": word.proposed}


def _remind(day: date) -> None:
    """What the job did that day."""
    remind(today=day, hand=Hand(None, timezone.make_aware(datetime.combine(day, time(6, 20)))))


def _propose(evaluation: Evaluation, verdicts: Iterable[Told], known: Known, hand: Hand) -> None:
    effects = {item.code: item for item in evaluation.plan.items.present().select_related("row")}
    for told in verdicts:
        if effect := effects.get(told.effect):
            strength, figures = _strength(evaluation, effect, told, known)
            proposal = Proposal(VerdictKind(told.kind), strength, told.reason, told.narrative, told.learnt, told.change)
            propose_verdict(evaluation, effect, proposal, known_figures=figures, hand=hand)


def _strength(evaluation: Evaluation, effect: PlanItem, told: Told, known: Known) -> tuple[Strength, int]:
    """Where the snapshot knows nothing, the verdict claims less. Figures are asked for only where they decide."""
    strength = Strength(told.strength)
    if strength != Strength.STRONG:
        return strength, 0
    figures = sum(each.is_known for each in effect_told(evaluation, effect, known).indicators)
    return (strength if figures else Strength.MODERATE), figures


def _object(evaluation: Evaluation, dissents: Iterable[tuple[str, str, str, str]], at: datetime) -> None:
    sides = {each.slug: each for each in Organisation.objects.filter(commune=evaluation.plan.commune)}
    for code, side, who, words in dissents:
        verdict = evaluation.verdicts.filter(effect__code=code).first()
        signer = User.objects.filter(email__startswith=f"{who}@").first() if who else None
        if verdict is not None and side in sides:
            dissent(verdict, sides[side], words, hand=Hand(signer, at))


def _survey(plan: TerritorialEducationPlan, year: int, surveys: Iterable[Asked], hand: Hand) -> None:
    for told in surveys:
        content = told.content.encode()
        about = About(year, told.title, told.audience, told.held_on, told.asked)
        survey = record_survey(plan, about, read_survey(content, told.file), upload=(content, told.file), hand=hand)
        if told.gives:
            _give_figure(survey, Indicator.objects.kept().get(plan=plan, code=told.gives), hand)


def _give_figure(survey: Survey, indicator: Indicator, hand: Hand) -> None:
    question = survey.questions.get(number=1)
    give_figure(question, indicator, [question.answers.get(position=1).pk], hand=hand)
