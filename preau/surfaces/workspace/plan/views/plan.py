"""The plan as a tree that people work in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.cooperation.agreements.queries import alarms_on
from preau.foundation.text.numbers import whole
from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.actions import hide_from_public, show_to_public
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import ITEMS, PLANS
from preau.plan.structure.queries import plan_tree
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.drafting.speaking import may_propose
from preau.surfaces.workspace.plan.tree import TreePage


def plans(request: HttpRequest) -> Any:
    """The plans that the person may work on, the last one that came in first."""
    kept = TerritorialEducationPlan.objects.kept().select_related("commune").order_by("-created_at", "-pk")
    return PLANS.rows(actor(request), "read_draft", kept)


def current_plan(request: HttpRequest) -> TerritorialEducationPlan | None:
    """The plan that the address names (``?projet=3``), else the last one that came in; None when there is none."""
    require(request, PLANS, "read_draft")
    asked = request.GET.get("projet") or request.POST.get("projet") or ""
    if not asked:
        return plans(request).first()  # type: ignore[no-any-return]
    found = plans(request).filter(pk=whole(asked)).first()
    if found is None:
        raise Http404
    return found  # type: ignore[no-any-return]


def the_plan(request: HttpRequest) -> TerritorialEducationPlan:
    found = current_plan(request)
    if found is None:
        raise Http404
    return found


def of_plan(request: HttpRequest, plan: TerritorialEducationPlan | None) -> str:
    """What links must carry to stay on the same plan: nothing when it is the one people get anyway."""
    return f"?projet={plan.pk}" if plan is not None and request.GET.get("projet", request.POST.get("projet")) else ""


@require_GET
def plan_page(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": _may_import(request)})
    tree = plan_tree(plan)
    page = TreePage(tree, request.GET.get("partie", ""))
    who = actor(request)
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "tree": tree,
        "page": page,
        "points": _count_by_item(OpenPoint.objects.open().filter(plan=plan)),
        "suggestions": _count_by_item(Suggestion.objects.filter(plan=plan, state="open")),
        "editable": set(ITEMS.rows(who, "edit", plan.items.present()).values_list("pk", flat=True)),
        "may_edit": PLANS.may(who, "edit") and not plan.is_adopted,
        "alarm": next(iter(alarms_on(plan.commune_id, timezone.localdate(), plan=plan)), None),
        "may_propose": may_propose(request, plan),
        "may_show": PLANS.may(who, "show"),
        "removed": plan.items.filter(removed_at__isnull=False).order_by("-removed_at")[:20],
        "plan_count": plans(request).count(),
    }
    return render(request, "workspace/plan.html", context)


@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    require(request, PLANS, "read_draft")
    listed = plans(request).annotate(
        objectives=Count("items", filter=Q(items__kind="operational_objective", items__removed_at__isnull=True))
    )
    return render(request, "workspace/plans.html", {"plans": listed, "may_import": _may_import(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def plan_display(request: HttpRequest) -> HttpResponse:
    """Whether the public reads the plan. GET says what will happen; POST does it."""
    plan = the_plan(request)
    load(request, PLANS, "show", plans(request), read="read_draft", pk=plan.pk)
    if request.method == "POST":
        shown = request.POST.get("display") == "show"
        (show_to_public if shown else hide_from_public)(plan, hand=hand(request))
        messages.success(
            request, _("Le public lit maintenant ce projet.") if shown else _("Le public ne voit plus ce projet.")
        )
        return redirect(reverse("workspace:plan") + f"?projet={plan.pk}")
    context = {"plan": plan, "on_display": TerritorialEducationPlan.objects.on_display()}
    return render(request, "workspace/plan_display.html", context)


def _may_import(request: HttpRequest) -> bool:
    return IMPORTS.may(actor(request), "start")


def _count_by_item(queryset: Any) -> dict[int, int]:
    return dict(queryset.filter(item__isnull=False).values_list("item").annotate(Count("pk")))
