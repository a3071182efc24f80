"""Surveys in the report: what may be read of them, in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from preau.foundation.text.days import french_day
from preau.observatory.evaluation.models import Survey, SurveyQuestion
from preau.observatory.evaluation.surveys.showing import AnswerShown, question_shown
from preau.observatory.indicators.enums import Unit
from preau.observatory.indicators.wording import number_words

from .model import AnswerPart, QuestionPart, SurveyPart


def surveys_of(surveys: Sequence[Survey]) -> tuple[SurveyPart, ...]:
    """Those that have a question; ``questions__answers`` prefetched."""
    return tuple(_survey(each) for each in surveys if each.questions.all())


def _survey(survey: Survey) -> SurveyPart:
    about = (
        _("Auprès de : %(audience)s. Close le %(day)s, %(asked)s personnes interrogées.")
        if survey.asked
        else _("Auprès de : %(audience)s. Close le %(day)s.")
    )
    told = {"audience": survey.audience, "day": french_day(survey.held_on), "asked": survey.asked}
    return SurveyPart(survey.title, about % told, tuple(_question(each, survey) for each in survey.questions.all()))


def _question(question: SurveyQuestion, survey: Survey) -> QuestionPart:
    shown = question_shown(question, survey)
    if shown.is_hidden:
        return QuestionPart(question.words, _("trop peu de réponses : masqué"), ())
    answers = tuple(AnswerPart(each.answer.words, _count(each)) for each in shown.answers)
    return QuestionPart(question.words, _("%(count)s réponses") % {"count": question.respondents}, answers)


def _count(each: AnswerShown) -> str:
    if each.count is None or each.percent is None:
        return _("masqué")
    told = {"share": number_words(each.percent, Unit.SHARE), "count": number_words(each.count, Unit.COUNT)}
    return _("%(share)s (%(count)s)") % told
