"""Clairval's committee: verdicts of the four kinds, other opinions beside them, figures that stay, a new campaign open."""

from __future__ import annotations

from django.core.cache import cache

from preau.demo.content import evaluation as story
from preau.demo.evaluation import settle_evaluations
from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.models import Contribution, Dissent, Evaluation, Target
from preau.observatory.evaluation.progress import progress_of
from preau.observatory.evaluation.reading import evaluation_told, last_published, under_way
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast.facts import take


def test_clairval_looked_back_with_figures_and_looks_ahead(clairval, settings, tmp_path, now):
    settings.FACTS = tmp_path / "facts"
    cache.clear()
    take(now)
    settle_evaluations()
    settle_evaluations()  # a second time changes nothing
    plan = TerritorialEducationPlan.objects.on_display()
    told = evaluation_told(last_published(plan))
    assert set(told.verdicts) == set(VerdictKind)
    assert told.without_verdict == []
    assert {each.effect.code for each in told.effects if each.dissents} == {code for code, *_rest in story.DISSENTS}
    known = [each for effect in told.effects for each in effect.indicators if each.is_known]
    assert len(known) >= 15 and any(len(each.series) >= 4 for each in known)
    assert Target.objects.count() == len(story.TARGETS)
    running = progress_of(under_way(plan))
    assert running.evaluation.school_year == 2026 and running.handed_in and running.begun and running.awaited


def test_each_word_of_the_story_was_given_by_a_side_that_is_asked(clairval):
    looked_back = Evaluation.objects.get(school_year=story.YEAR)
    given = Contribution.objects.filter(evaluation=looked_back, state="handed_in")
    assert set(given.values_list("objective__code", flat=True)) == {each.objective for each in story.WORDS}
    assert not Dissent.objects.exists(), "the committee waits for the first facts"
