"""For those who look once a month: the answer first, then each axis, then what waits."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.plan.drafting.progress import plan_progress
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import PLANS
from preau.plan.structure.queries import plan_tree
from preau.surfaces.shell.request import actor, require
from preau.surfaces.steering.statement import statement


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    require(request, PLANS, "steer")
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    tree = plan_tree(plan)
    progress = plan_progress(tree, timezone.localdate())
    objectives = progress.total("objectives")
    words = statement(
        objectives=objectives,
        without_owner=objectives - progress.total("owned"),
        decisions=len(progress.decisions),
        late=sum(1 for point in progress.decisions if point.due_on and point.due_on < progress.today),
    )
    context = {"plan": plan, "tree": tree, "progress": progress, "statement": words, "awaited": progress.decisions[:5]}
    return render(request, "steering/overview.html", context)


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    require(request, PLANS, "steer")
    plan = _current(request)
    if plan is None:
        return render(request, "steering/empty.html")
    progress = plan_progress(plan_tree(plan), timezone.localdate())
    context = {"plan": plan, "points": progress.decisions, "today": progress.today}
    return render(request, "steering/decisions.html", context)


def _current(request: HttpRequest) -> TerritorialEducationPlan | None:
    """The plan on display, else the last one that is being written."""
    plans = PLANS.rows(actor(request), "steer", TerritorialEducationPlan.objects.kept()).select_related("commune")
    return plans.on_display() or plans.order_by("-created_at").first()  # type: ignore[attr-defined]
