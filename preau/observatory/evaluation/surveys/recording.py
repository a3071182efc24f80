"""A survey is recorded, from a file or by hand; a question of it gives an indicator its figure of the year."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.observatory.evaluation.errors import AlreadyEvaluated, NotASurvey, WrongDays
from preau.observatory.evaluation.models import Survey, SurveyAnswer, SurveyQuestion
from preau.observatory.indicators.entering import Typed, type_value
from preau.observatory.indicators.enums import Status, Unit
from preau.observatory.indicators.models import Indicator, Value
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import store_file
from preau.plan.structure.models import TerritorialEducationPlan

from .reading import QuestionRead


@dataclass(frozen=True, slots=True)
class About:
    """What is said of the survey itself. ``asked``: how many people it was sent to."""

    school_year: int
    title: str
    audience: str
    held_on: date
    asked: int | None = None
    is_sensitive: bool = False


@transaction.atomic
def record_survey(
    plan: TerritorialEducationPlan,
    about: About,
    questions: Sequence[QuestionRead],
    *,
    upload: tuple[bytes, str] | None = None,
    hand: Hand,
) -> Survey:
    """Raises WrongDays for a survey that is not over, AlreadyEvaluated for one that is there, FileRefused,
    and ValueError when more answered than were asked."""
    held = TerritorialEducationPlan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
    if about.held_on > timezone.localdate(hand.now):
        raise WrongDays
    if about.asked is not None and any(each.respondents > about.asked for each in questions):
        raise ValueError(about.asked)
    if held.surveys.filter(school_year=about.school_year, title=about.title).exists():
        raise AlreadyEvaluated
    proof = store_file(*upload, by=hand.by, now=hand.now) if upload else None
    survey = Survey.objects.create(
        plan=held,
        school_year=about.school_year,
        title=about.title,
        audience=about.audience,
        held_on=about.held_on,
        asked=about.asked,
        is_sensitive=about.is_sensitive,
        proof=proof,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    rows = SurveyQuestion.objects.bulk_create(
        SurveyQuestion(survey=survey, number=number, words=each.words, respondents=each.respondents)
        for number, each in enumerate(questions, 1)
    )
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(question=row, position=position, words=words, count=count)
        for row, each in zip(rows, questions, strict=True)
        for position, (words, count) in enumerate(each.answers, 1)
    )
    details = {"year": about.school_year, "questions": len(rows)}
    record("survey.recorded", survey, by=hand.by_id, now=hand.now, details=details)
    return survey


@transaction.atomic
def give_figure(question: SurveyQuestion, indicator: Indicator, answers: Collection[int], *, hand: Hand) -> Value:
    """Those ``answers`` (their ids) over all who answered become the indicator's value of the survey's year.

    Given again, it replaces. Raises NotASurvey, Withdrawn, ValueError when no answer of the question is named.
    """
    held = (
        SurveyQuestion.objects.select_for_update(of=("self",), no_key=True).select_related("survey").get(pk=question.pk)
    )
    if not takes_a_survey(indicator) or indicator.plan_id != held.survey.plan_id:
        raise NotASurvey
    counted = held.answers.filter(pk__in=answers)
    if not counted:
        raise ValueError(answers)
    total = sum(each.count for each in counted)
    amount = Decimal(total) * 100 / held.respondents
    value = type_value(
        indicator,
        Typed(
            held.survey.school_year,
            _("Enquête « %(title)s », question %(number)d") % {"title": held.survey.title[:150], "number": held.number},
            held.survey.held_on,
            amount=round(amount, 2),
            counted=Decimal(total),
            among=Decimal(held.respondents),
            answers=held.respondents,
            asked=held.survey.asked,
        ),
        hand=hand,
    )
    held.answers.update(is_counted=False)
    counted.update(is_counted=True)
    held.value = value
    held.save(update_fields=["value"])
    return value


def takes_a_survey(indicator: Indicator) -> bool:
    """A share of answers makes its figure; a gap or a mean of several questions is typed by hand."""
    return indicator.entry.status == Status.SURVEY and indicator.entry.unit in (Unit.SHARE, Unit.SCORE)
