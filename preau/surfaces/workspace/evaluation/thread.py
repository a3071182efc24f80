"""An objective from the plan's line to what is counted: its actions, what is offered for it, the measures, the word."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.foundation.schoolyears import school_year_of
from preau.observatory.evaluation.models import Verdict
from preau.observatory.evaluation.permissions import EVALUATIONS
from preau.observatory.evaluation.reading import last_adopted
from preau.observatory.indicators.queries import Line, kept_indicators, line_of
from preau.offer.activities.models import Activity
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem
from preau.surfaces.shell.evaluation import known_of
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@dataclass(frozen=True, slots=True)
class EffectStrand:
    """An effect of the same row, what is looked at for it, and what the committee said of it last."""

    effect: PlanItem
    lines: list[Line]
    verdict: Verdict | None


@require_safe
def objective(request: HttpRequest, code: str) -> HttpResponse:
    require(request, EVALUATIONS, "read")
    plan = the_plan(request)
    items = plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE)
    found = items.filter(code=code).select_related("row", "owner", "parent__parent").first()
    if found is None:
        raise Http404
    sheets = SHEETS.rows(actor(request), "read", ActionSheet.objects.filter(objectives=found))
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "objective": found,
        "sheets": sheets.select_related("owner", "co_owner").order_by("-school_year", "number"),
        "entries": Activity.objects.shown().filter(objectives=found).order_by("title"),
        "effects": _effects(request, found),
        "year": school_year_of(timezone.localdate()),
    }
    return render(request, "workspace/evaluation/thread.html", context)


def _effects(request: HttpRequest, objective: PlanItem) -> list[EffectStrand]:
    plan = objective.plan
    known = known_of(plan, timezone.localdate())
    evaluation = last_adopted(plan)
    verdicts = {each.effect_id: each for each in evaluation.verdicts.all()} if evaluation else {}
    looked_at = [line_of(each, known) for each in kept_indicators(plan)]
    effects = plan.items.present().of_kind(ItemKind.EXPECTED_EFFECT).filter(row=objective.row_id).in_order()
    return [
        EffectStrand(each, [line for line in looked_at if line.indicator.effect_id == each.pk], verdicts.get(each.pk))
        for each in effects
    ]
