"""What the page of an effect shows, whatever is done on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from preau.foundation.charts import Chart, Kind
from preau.observatory.evaluation.concluding import sides_that_may_dissent
from preau.observatory.evaluation.enums import ContributionState, EvaluationState
from preau.observatory.evaluation.models import Contribution, Evaluation
from preau.observatory.evaluation.permissions import EVALUATIONS, VERDICTS
from preau.observatory.evaluation.reading import EffectTold, IndicatorTold, effect_told
from preau.observatory.evaluation.wording import source_words, target_words
from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.plan.structure.models import PlanItem
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.evaluation.doors import frame, known
from preau.surfaces.workspace.indicators.charts import chart


@dataclass(frozen=True, slots=True)
class Evidence:
    """One indicator of the effect: its figure of the year, how it moved, where it comes from."""

    told: IndicatorTold
    chart: Chart | None

    @property
    def words(self) -> str:
        return self.told.figure.words(self.told.entry)

    @property
    def among(self) -> str:
        said = self.told.figure.among(self.told.entry)
        return said if self.told.is_known and said != self.words else ""

    @property
    def source(self) -> str:
        return source_words(self.told.figure, self.told.entry)

    @property
    def target(self) -> str:
        return target_words(self.told)


def told_of(evaluation: Evaluation, effect: PlanItem) -> EffectTold:
    return effect_told(evaluation, effect, None if evaluation.is_settled else known(evaluation))


def effect_page(
    request: HttpRequest, evaluation: Evaluation, effect: PlanItem, told: EffectTold | None = None
) -> dict[str, object]:
    told = told or told_of(evaluation, effect)
    who = actor(request)
    verdict = told.verdict
    may_speak = verdict is not None and not evaluation.is_published and VERDICTS.may(who, "dissent")
    in_review = evaluation.state == EvaluationState.REVIEW
    may_propose = in_review and EVALUATIONS.may(who, "propose") and not (verdict and verdict.is_adopted)
    return {
        **frame(request, evaluation),
        "effect": effect,
        "told": told,
        "verdict": verdict,
        "evidence": [
            Evidence(each, _chart(each)) for each in sorted(told.indicators, key=lambda each: not each.is_known)
        ],
        "voices": _voices(evaluation, effect),
        "may_propose": may_propose,
        "may_adopt": may_propose and verdict is not None,
        "may_dissent": bool(may_speak and verdict and sides_that_may_dissent(verdict, my_sides(request))),
        "my_sides": {each.pk for each in my_sides(request)},
    }


def my_sides(request: HttpRequest) -> list[Organisation]:
    """Those for which the person contributes."""
    held = actor(request).parts.get(Role.CONTRIBUTOR, frozenset())
    return list(Organisation.objects.filter(pk__in=held).order_by("name"))


def _voices(evaluation: Evaluation, effect: PlanItem) -> list[Contribution]:
    """What was handed in on the objectives of its row: the plan never says which one answers to it."""
    rows = Contribution.objects.filter(
        evaluation=evaluation, objective__row=effect.row_id, state=ContributionState.HANDED_IN
    )
    return list(rows.select_related("objective", "organisation").prefetch_related("files__stored"))


def _chart(each: IndicatorTold) -> Chart | None:
    """One year alone needs no drawing."""
    if len(each.series) < 2:
        return None
    named = [(one.year_name, one.shown, not one.is_over) for one in each.series]
    return chart(Kind.LINE, str(each.entry.title), named, each.entry)
