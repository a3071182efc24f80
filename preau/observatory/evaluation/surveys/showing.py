"""What may be read of a survey: few answers show nothing, and a small count never shows, not even by subtraction."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from preau.observatory.disclosure import Cube, Dimension, Publication, protect
from preau.observatory.evaluation.models import Survey, SurveyAnswer, SurveyQuestion
from preau.observatory.indicators.wording import LEAST_ANSWERS
from preau.observatory.releases.releasing import thresholds_on


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """``count`` None: too few, or hidden with one that is."""

    answer: SurveyAnswer
    count: int | None
    percent: float | None

    @property
    def is_hidden(self) -> bool:
        return self.count is None


@dataclass(frozen=True, slots=True)
class QuestionShown:
    question: SurveyQuestion
    answers: list[AnswerShown]
    is_hidden: bool = False
    """Fewer answered than makes a result."""

    @property
    def has_hidden(self) -> bool:
        return any(each.is_hidden for each in self.answers)


def question_shown(question: SurveyQuestion, survey: Survey) -> QuestionShown:
    """Reads ``answers``: prefetch them."""
    answers = list(question.answers.all())
    if question.respondents < LEAST_ANSWERS:
        return QuestionShown(question, [AnswerShown(each, None, None) for each in answers], is_hidden=True)
    counts = _counts(question, answers, survey)
    return QuestionShown(
        question,
        [
            AnswerShown(each, count, None if count is None else 100 * count / question.respondents)
            for each, count in zip(answers, counts, strict=True)
        ],
    )


def _counts(question: SurveyQuestion, answers: list[SurveyAnswer], survey: Survey) -> list[int | None]:
    told = [each.count for each in answers]
    silent = question.respondents - sum(told)
    if silent >= 0:
        names = [str(rank) for rank in range(len(told))]
        return _safe(survey, question, names, told, silent)[: len(told)]
    # Several answers each: none excludes another, so each of them is a yes or a no of its own.
    return [_safe(survey, question, ["0"], [count], question.respondents - count)[0] for count in told]


def _safe(survey: Survey, question: SurveyQuestion, names: list[str], told: list[int], silent: int) -> list[int | None]:
    if silent or len(names) == 1:
        names, told = [*names, "silent"], [*told, silent]
    cube = Cube((Dimension("answer", tuple(names)),), np.array(told, dtype=np.int64))
    publication = Publication(
        series=f"survey:{survey.pk}:{question.number}",
        day=survey.held_on,
        cube=cube,
        tables=(("answer",),),
        sensitive=survey.is_sensitive,
    )
    table = protect(publication, thresholds_on(survey.plan.commune, survey.held_on)).table("answer")
    return [table[(name,)].value for name in names]
