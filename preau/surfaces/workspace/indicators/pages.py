"""The effects at a glance, one indicator from all sides, and what all of them cost."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.indicators.diet import DropReason, minutes_a_year, to_drop
from preau.observatory.indicators.enums import Breakdown, Status
from preau.observatory.indicators.library import DISTINCT
from preau.observatory.indicators.models import Value
from preau.observatory.indicators.permissions import INDICATORS
from preau.observatory.indicators.queries import effects_with_lines, kept_indicators
from preau.observatory.indicators.using import kept_of
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.indicators.doors import known, the_indicator
from preau.surfaces.workspace.indicators.page import IndicatorPage
from preau.surfaces.workspace.indicators.summary import summary_of
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    require(request, INDICATORS, "read")
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/indicators/overview.html", {"plan": None})
    state = known(plan)
    axes = effects_with_lines(state)
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "axes": axes,
        "summary": summary_of(axes),
        "known": state,
        "may_choose": INDICATORS.may(actor(request), "choose"),
    }
    return render(request, "workspace/indicators/overview.html", context)


@require_safe
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    found = the_indicator(request, pk)
    page = IndicatorPage(found, known(found.plan), actor(request), asked_cut(request))
    return render(request, "workspace/indicators/indicator.html", {"page": page, "indicator": found})


@require_safe
def diet(request: HttpRequest) -> HttpResponse:
    """What collecting costs in a year, who used what, and what could be let go."""
    require(request, INDICATORS, "read")
    plan = the_plan(request)
    today = timezone.localdate()
    chosen = {str(each.number): each for each in kept_indicators(plan)}
    kept = kept_of(chosen.values(), today)
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "minutes": minutes_a_year(kept),
        "lines": sorted(((chosen[each.code], each) for each in kept), key=lambda line: -line[1].minutes),
        "proposals": [
            (chosen[each.code], DropReason(each.reason).label, each.minutes) for each in to_drop(kept, today=today)
        ],
        "library": len(DISTINCT),
        "counting": sum(each.status == Status.COUNTED for each in DISTINCT),
        "may_leave": INDICATORS.may(actor(request), "leave"),
    }
    return render(request, "workspace/indicators/diet.html", context)


@require_safe
def proof(request: HttpRequest, pk: int, value: int) -> FileResponse:
    found = the_indicator(request, pk)
    told = Value.objects.filter(indicator=found, pk=value, proof__isnull=False).select_related("proof").first()
    if told is None or told.proof is None:
        raise Http404
    return send_file(told.proof)


def asked_cut(request: HttpRequest) -> Breakdown | None:
    asked = request.GET.get("par", "")
    return Breakdown(asked) if asked in Breakdown.values else None
