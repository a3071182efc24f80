"""Clairval's committees: one year adopted with its figures, one before them, one that is being asked for."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from preau.demo.content.evaluation import adopted, in_review, in_review_words
from preau.demo.evaluation import settle_evaluations
from preau.observatory.evaluation.enums import EvaluationState, VerdictKind
from preau.observatory.evaluation.models import Contribution, Dissent, Evaluation, Target
from preau.observatory.evaluation.progress import progress_of
from preau.observatory.evaluation.reading import evaluation_told, last_published, under_way
from preau.plan.sheets.done import actions_done
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast.facts import take


@pytest.fixture
def plan(clairval):
    return TerritorialEducationPlan.objects.on_display()


def test_clairval_looked_back_with_figures_and_looks_ahead(plan, settings, tmp_path, now):
    settings.FACTS = tmp_path / "facts"
    cache.clear()
    take(now)
    settle_evaluations()
    settle_evaluations()  # a second time changes nothing
    told = evaluation_told(last_published(plan), actions=actions_done(plan, adopted.YEAR))
    assert told.evaluation.school_year == adopted.YEAR
    assert {VerdictKind.CONFIRMED, VerdictKind.PARTLY, VerdictKind.NOT_MEASURED} == set(told.verdicts)
    assert told.without_verdict == []
    assert {each.effect.code for each in told.effects if each.dissents} == {code for code, *_ in adopted.DISSENTS}
    known = [each for effect in told.effects for each in effect.indicators if each.is_known]
    assert len(known) >= 12 and any(len(each.series) >= 3 for each in known)
    assert sum(bool(each.reviewed) for each in told.objectives) >= 12
    assert Target.objects.count() == len(adopted.TARGETS)
    waiting = under_way(plan)
    assert waiting.school_year == in_review.YEAR and waiting.state == EvaluationState.REVIEW
    proposed = evaluation_told(waiting, actions=actions_done(plan, in_review.YEAR))
    assert set(proposed.verdicts) == set(VerdictKind) and proposed.without_verdict
    assert {each.effect.code for each in proposed.effects if each.dissents} == {code for code, *_ in in_review.DISSENTS}
    assert sum(bool(each.reviewed) for each in proposed.objectives) >= 15


def test_each_word_of_the_story_was_given_by_a_side_that_is_asked(plan):
    for story, words in ((adopted, adopted.WORDS), (in_review, in_review_words.WORDS + in_review_words.LATE)):
        looked_back = Evaluation.objects.get(school_year=story.YEAR)
        given = Contribution.objects.filter(evaluation=looked_back, state="handed_in")
        assert sorted(given.values_list("objective__code", flat=True)) == sorted(each.objective for each in words)
    assert not Dissent.objects.exists(), "the committee waits for the first facts"


def test_some_were_late_some_never_finished_and_some_joined_a_file(plan):
    looked_back = Evaluation.objects.get(school_year=in_review.YEAR)
    late = looked_back.contributions.filter(handed_in_at__date__gt=in_review.CLOSES_ON)
    assert late.count() == len(in_review_words.LATE)
    assert looked_back.contributions.filter(state="draft").count() == len(in_review_words.DRAFTS)
    assert sum(each.files.count() for each in looked_back.contributions.all()) == len(in_review_words.FILES)
    assert looked_back.recalls.filter(kind="before").exists() and looked_back.recalls.filter(kind="after").exists()


def test_what_is_asked_for_now_has_words_drafts_and_silence(plan):
    running = progress_of(Evaluation.objects.get(state=EvaluationState.OPEN))
    assert running.evaluation.school_year == 2026
    assert running.handed_in and running.begun and running.awaited
