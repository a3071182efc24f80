"""The report of an evaluation that went through its real steps: what is in the database is what is written."""

from __future__ import annotations

from datetime import date

import pytest

from preau.foundation.charts import Standing
from preau.observatory.evaluation.reading import evaluation_told
from preau.observatory.evaluation.report.filling import report_of
from preau.observatory.indicators.models import Value
from tests.cast.evaluation import known_of, make_evaluation, make_typed_indicator, type_the_value

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ADDRESS = "clairval.example/ce-que-ca-change/"


def filled(state: str = "published"):
    evaluation = make_evaluation(state)
    known = None if evaluation.is_settled else known_of(evaluation.plan)
    return report_of(evaluation_told(evaluation, known), TODAY, ADDRESS)


def test_an_adopted_report_says_by_whom_and_when():
    told = filled()
    assert told.status == "Adoptée le 20 octobre 2026 (Comité de pilotage)"
    assert told.is_settled


def test_a_draft_says_that_it_is_one():
    told = filled("review")
    assert "pas encore adopté" in told.status
    assert "Proposition" in next(told.effects).verdict.note
    assert not told.is_settled
    assert told.address == ""


def test_its_address_is_told_once_it_is_published():
    assert filled().address == ADDRESS


def test_every_figure_says_what_it_measures_when_and_from_where():
    make_typed_indicator()
    figures = list(filled().figures)
    assert figures
    for each in figures:
        assert each.key and each.measure and each.span and each.source


def test_a_figure_is_written_as_the_committee_had_it():
    """What is typed afterwards changes no report."""
    indicator = make_typed_indicator(counted=12, among=40)
    evaluation = make_evaluation("adopted")
    before = report_of(evaluation_told(evaluation), TODAY)
    type_the_value(indicator, 2025, counted=39, among=40)
    after = report_of(evaluation_told(evaluation), TODAY)
    assert [each.words for each in after.figures] == [each.words for each in before.figures]
    assert "30\u00a0%" in [each.words for each in before.figures]


def test_years_make_a_chart_whose_last_point_is_the_figure():
    make_typed_indicator(years=(2023, 2024, 2025))
    (figure,) = [each for each in filled().figures if each.chart]
    points = figure.chart.series[0].points
    assert [point.name for point in points] == ["2023-2024", "2024-2025", "2025-2026"]
    assert points[-1].words == figure.words


def test_a_hidden_figure_is_nowhere_in_the_report():
    indicator = make_typed_indicator(years=(2024,))
    type_the_value(indicator, 2025, counted=3, among=17)
    Value.objects.filter(school_year=2025).update(answers=17, asked=60)
    told = filled()
    (figure,) = [each for each in told.figures if each.number == indicator.pk]
    assert figure.words == "masqué"
    assert figure.among == ""
    assert figure.chart.series[0].points[-1].standing == Standing.HIDDEN
    assert "17" not in figure.chart.said.replace("2017", "")


def test_verdicts_lessons_and_contributions_are_told():
    told = filled()
    first = next(told.effects)
    assert first.verdict.label == "en partie confirmé"
    assert first.verdict.note == ""  # adopted with the whole report
    assert told.axes[0].changes[0].words == "Un car le mercredi."
    said = [each for axis in told.axes for objective in axis.objectives for each in objective.contributions]
    assert ("Ce qui a aidé", "Le car.") in said[0].words
    assert "Ce qui a freiné" not in [asked for asked, _answer in said[0].words]


def test_verdicts_are_counted_axis_by_axis():
    told = filled()
    assert told.concluded == len(list(told.effects))
    assert told.without_verdict == 0
    assert sum(each.count for axis in told.axes for each in axis.counts) == told.concluded
    assert told.verdicts.names[0] == "Axe 1"
