"""The one door to an evaluation: axis by axis, what was done, what was said, what is known, what was concluded.

Screens, the report, dashboards and the public page read this and nothing else, so that they tell the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from django.db.models import Prefetch, QuerySet

from preau.observatory.indicators.library import Entry
from preau.observatory.indicators.models import Indicator, Value
from preau.observatory.indicators.queries import Known
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.queries import GeneralObjectiveNode, plan_tree

from .enums import ContributionState, EvaluationState, VerdictKind
from .figures import FigureTold, adopted, live_series, look_ahead
from .models import AdoptedFigure, Contribution, Dissent, Evaluation, Survey, Target, Verdict


class Action(Protocol):
    """What is told of an action of the year: whoever asks brings it, the observatory reads no action sheet."""

    @property
    def pk(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def sides(self) -> tuple[str, ...]: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def done(self) -> str: ...
    @property
    def is_reviewed(self) -> bool: ...


type Actions = Mapping[int, Sequence[Action]]
"""{id of the objective: its actions of that school year} (``preau.plan.sheets.done.actions_done``)."""


@dataclass(frozen=True, slots=True)
class IndicatorTold:
    """``series``: years, the oldest first, the last one being the year evaluated."""

    indicator: Indicator
    entry: Entry
    series: list[FigureTold]
    target: Target | None = None
    """What the committee aimed at for the year evaluated."""
    next_target: Target | None = None
    """What it aims at for the year after."""

    @property
    def figure(self) -> FigureTold:
        return self.series[-1]

    @property
    def is_known(self) -> bool:
        return self.figure.shown.is_known


@dataclass(frozen=True, slots=True)
class EffectTold:
    effect: PlanItem
    verdict: Verdict | None
    dissents: list[Dissent]
    indicators: list[IndicatorTold]

    @property
    def kind(self) -> VerdictKind | None:
        return self.verdict.told if self.verdict else None


@dataclass(frozen=True, slots=True)
class ObjectiveTold:
    """``actions``: of that school year, those that were given a place in it. ``contributions``: handed in."""

    objective: PlanItem
    actions: Sequence[Action]
    contributions: list[Contribution]

    @property
    def reviewed(self) -> list[Action]:
        return [each for each in self.actions if each.is_reviewed]


@dataclass(frozen=True, slots=True)
class GeneralTold:
    item: PlanItem
    objectives: list[ObjectiveTold]
    effects: list[EffectTold]


@dataclass(frozen=True, slots=True)
class AxisTold:
    axis: PlanItem
    generals: list[GeneralTold]

    @property
    def objectives(self) -> list[ObjectiveTold]:
        return [each for general in self.generals for each in general.objectives]

    @property
    def effects(self) -> list[EffectTold]:
        return [each for general in self.generals for each in general.effects]

    @property
    def measured(self) -> list[EffectTold]:
        """Those of which something was said, and not that they could not be measured."""
        return [each for each in self.effects if each.kind not in (None, VerdictKind.NOT_MEASURED)]

    @property
    def silent(self) -> list[EffectTold]:
        """Those that wait for a verdict."""
        return [each for each in self.effects if each.kind is None]

    @property
    def unmeasured(self) -> list[EffectTold]:
        return [each for each in self.effects if each.kind == VerdictKind.NOT_MEASURED]

    @property
    def verdicts(self) -> Counter[VerdictKind]:
        return _counted(self.effects)

    @property
    def learnt(self) -> list[Verdict]:
        return [each.verdict for each in self.effects if each.verdict and each.verdict.learnt]

    @property
    def changes(self) -> list[Verdict]:
        return [each.verdict for each in self.effects if each.verdict and each.verdict.change]


@dataclass(frozen=True, slots=True)
class Told:
    evaluation: Evaluation
    axes: list[AxisTold]
    surveys: list[Survey] = field(default_factory=list)

    @property
    def effects(self) -> list[EffectTold]:
        return [each for axis in self.axes for each in axis.effects]

    @property
    def objectives(self) -> list[ObjectiveTold]:
        return [each for axis in self.axes for each in axis.objectives]

    @property
    def verdicts(self) -> Counter[VerdictKind]:
        """How many effects of each kind; those without a verdict are not in it."""
        return _counted(self.effects)

    @property
    def without_verdict(self) -> list[EffectTold]:
        return [each for each in self.effects if each.verdict is None]


def evaluation_told(evaluation: Evaluation, known: Known | None = None, actions: Actions | None = None) -> Told:
    """``known``: the facts of the day, for what is still discussed. What was adopted needs none: its figures are kept.

    Screens ask ``preau.surfaces.shell.evaluation.told``, which brings both.

    A fixed number of queries, and one question to the facts for each figure that was not worked out yet.
    """
    plan, year = evaluation.plan, evaluation.school_year
    done = actions or {}
    said = _contributions(evaluation)
    verdicts = {each.effect_id: each for each in _verdicts(evaluation)}
    looked_at = _indicators(evaluation, known, list(verdicts.values()))
    tree = plan_tree(plan)

    def general(node: GeneralObjectiveNode) -> GeneralTold:
        return GeneralTold(
            node.item,
            [ObjectiveTold(each, done.get(each.pk, []), said.get(each.pk, [])) for each in node.objectives],
            [_effect(each, verdicts.get(each.pk), looked_at.get(each.pk, [])) for each in node.effects],
        )

    axes = [AxisTold(axis.item, [general(node) for node in axis.general_objectives]) for axis in tree.axes]
    surveys = Survey.objects.filter(plan=plan, school_year=year).prefetch_related("questions__answers")
    return Told(evaluation, axes, list(surveys))


def effect_told(evaluation: Evaluation, effect: PlanItem, known: Known | None = None) -> EffectTold:
    """One effect, for its own page."""
    verdict = _verdicts(evaluation).filter(effect=effect).first()
    looked_at = _indicators(evaluation, known, [verdict] if verdict else [], effect)
    return _effect(effect, verdict, looked_at.get(effect.pk, []))


def last_published(plan: TerritorialEducationPlan) -> Evaluation | None:
    """The one that everybody may read: of the latest year."""
    published = Evaluation.objects.filter(plan=plan, state=EvaluationState.PUBLISHED)
    return published.select_related("plan__commune").order_by("-school_year").first()


def last_adopted(plan: TerritorialEducationPlan) -> Evaluation | None:
    """Published or not: the last one of which the committee spoke."""
    settled = Evaluation.objects.filter(plan=plan, adopted_on__isnull=False)
    return settled.select_related("plan__commune").order_by("-school_year").first()


def under_way(plan: TerritorialEducationPlan) -> Evaluation | None:
    """The one that is being made, if any: of the oldest year, which is to be finished first."""
    open_ones = Evaluation.objects.filter(plan=plan, adopted_on__isnull=True)
    return open_ones.select_related("plan__commune").order_by("school_year").first()


def _effect(effect: PlanItem, verdict: Verdict | None, indicators: list[IndicatorTold]) -> EffectTold:
    dissents = list(verdict.dissents.all()) if verdict else []
    return EffectTold(effect, verdict, dissents, indicators)


def _verdicts(evaluation: Evaluation) -> QuerySet[Verdict]:
    standing = Dissent.objects.standing().select_related("organisation", "verdict")
    figures = AdoptedFigure.objects.select_related("indicator__effect", "indicator__carrier").order_by(
        "indicator__number", "school_year"
    )
    rows = evaluation.verdicts.select_related("effect", "proposed_by")
    return rows.prefetch_related(Prefetch("dissents", standing), Prefetch("figures", figures))


def _contributions(evaluation: Evaluation) -> dict[int, list[Contribution]]:
    rows = evaluation.contributions.filter(state=ContributionState.HANDED_IN)
    found: dict[int, list[Contribution]] = defaultdict(list)
    for each in rows.select_related("organisation").prefetch_related("files__stored"):
        found[each.objective_id].append(each)
    return found


def _indicators(
    evaluation: Evaluation, known: Known | None, verdicts: Iterable[Verdict], effect: PlanItem | None = None
) -> dict[int, list[IndicatorTold]]:
    """{id of the effect: what is looked at}."""
    kept = [each for each in verdicts if each.is_adopted]
    series = _kept(kept)
    if known is not None and not evaluation.is_settled:
        series += _live(evaluation, known, {each.effect_id for each in kept}, effect)
    targets = _targets([each.pk for each, _told in series])
    found: dict[int, list[IndicatorTold]] = defaultdict(list)
    for indicator, told in series:
        aimed = (targets.get((indicator.pk, evaluation.school_year + later)) for later in (0, 1))
        found[indicator.effect_id].append(IndicatorTold(indicator, indicator.entry, told, *aimed))
    return found


def _kept(verdicts: Iterable[Verdict]) -> list[tuple[Indicator, list[FigureTold]]]:
    """Reads ``figures``: prefetched with the verdicts."""
    found: dict[Indicator, list[FigureTold]] = defaultdict(list)
    for verdict in verdicts:
        for figure in verdict.figures.all():
            found[figure.indicator].append(adopted(figure))
    return list(found.items())


def live_of(evaluation: Evaluation, effect: PlanItem, known: Known) -> list[tuple[Indicator, list[FigureTold]]]:
    """What is looked at for one effect, with the figures of the day."""
    return _series(_looked_at(evaluation).filter(effect=effect), known, evaluation.school_year)


def _live(
    evaluation: Evaluation, known: Known, settled: set[int], effect: PlanItem | None
) -> list[tuple[Indicator, list[FigureTold]]]:
    """Of the effects that the committee has not spoken of."""
    rows = _looked_at(evaluation).exclude(effect__in=settled)
    if effect is not None:
        rows = rows.filter(effect=effect)
    return _series(rows, known, evaluation.school_year)


def _series(rows: Iterable[Indicator], known: Known, year: int) -> list[tuple[Indicator, list[FigureTold]]]:
    looked_at = list(rows)
    look_ahead(looked_at, known, year)
    return [(each, live_series(each, known, year)) for each in looked_at]


def _looked_at(evaluation: Evaluation) -> QuerySet[Indicator]:
    rows: QuerySet[Indicator] = Indicator.objects.kept().filter(plan=evaluation.plan_id)
    rows = rows.select_related("effect", "effect__owner", "carrier", "plan__commune")
    return rows.prefetch_related(Prefetch("values", Value.objects.standing()))


def _targets(indicators: list[int]) -> dict[tuple[int, int], Target]:
    rows = Target.objects.standing().filter(indicator__in=indicators)
    return {(each.indicator_id, each.school_year): each for each in rows}


def _counted(effects: Iterable[EffectTold]) -> Counter[VerdictKind]:
    return Counter(each.kind for each in effects if each.kind is not None)
