"""Surveys in the report: how many answered what, never a few."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from preau.foundation.text.days import french_day
from preau.observatory.evaluation.models import Survey, SurveyQuestion
from preau.observatory.indicators.enums import Sensitivity
from preau.observatory.indicators.shown import THRESHOLDS
from preau.observatory.indicators.wording import LEAST_ANSWERS

from .model import AnswerPart, QuestionPart, SurveyPart


def surveys_of(surveys: Sequence[Survey]) -> tuple[SurveyPart, ...]:
    """Those that have a question; ``questions__answers`` prefetched."""
    return tuple(_survey(each) for each in surveys if each.questions.all())


def _survey(survey: Survey) -> SurveyPart:
    told = {"audience": survey.audience, "day": french_day(survey.held_on), "asked": survey.asked}
    about = (
        _("Auprès de : %(audience)s. Close le %(day)s, %(asked)s personnes interrogées.")
        if survey.asked
        else _("Auprès de : %(audience)s. Close le %(day)s.")
    )
    threshold = THRESHOLDS[Sensitivity.SENSITIVE if survey.is_sensitive else Sensitivity.ORDINARY]
    return SurveyPart(survey.title, about % told, tuple(_question(each, threshold) for each in survey.questions.all()))


def _question(question: SurveyQuestion, threshold: int) -> QuestionPart:
    """All of it or nothing: beside the others, a hidden answer is found by subtraction."""
    answers = list(question.answers.all())
    is_few = question.respondents < LEAST_ANSWERS or any(0 < each.count < threshold for each in answers)
    if is_few:
        return QuestionPart(question.words, "", (), is_hidden=True)
    respondents = _("%(count)s réponses") % {"count": question.respondents}
    told = tuple(AnswerPart(each.words, _share(each.count, question.respondents)) for each in answers)
    return QuestionPart(question.words, respondents, told, is_hidden=False)


def _share(count: int, among: int) -> str:
    return _("%(share)s\u00a0%% (%(count)s)") % {"share": round(100 * count / among), "count": count}
