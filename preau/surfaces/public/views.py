"""What anybody reads of the plan on display. Open points, suggestions, comments and notes are never loaded here."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from preau.foundation.text.search import matches, stems
from preau.plan.adoption.queries import last_adopted
from preau.plan.sheets.queries import public_actions
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.queries import Neighbourhood, PlanTree, last_change, neighbourhood, plan_tree
from preau.surfaces.public.catalogue.doors import way_in


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    shown = TerritorialEducationPlan.objects.on_display()
    if shown is None:
        return render(request, "public/empty.html", {"way_in": way_in()})
    context = {
        "plan": shown,
        "tree": plan_tree(shown),
        "changed_at": last_change(shown),
        "adopted": last_adopted(),
        "way_in": way_in(),
    }
    return render(request, "public/home.html", context)


@login_not_required
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The whole plan on one page; a reader who has it already is told that nothing changed."""
    shown = on_display()
    changed_at = last_change(shown)
    tag = _tag(request, shown, changed_at)
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:  # weak once compressed
        response = HttpResponse(status=304)
    else:
        response = render(
            request, "public/plan.html", {"plan": shown, "tree": plan_tree(shown), "changed_at": changed_at}
        )
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@login_not_required
@require_safe
def axis(request: HttpRequest, number: int) -> HttpResponse:
    tree = plan_tree(on_display())
    found = next((node for node in tree.axes if node.number == number), None)
    if found is None:
        raise Http404
    return render(request, "public/axis.html", {"plan": tree.plan, "tree": tree, "axis": found})


@login_not_required
@require_safe
def item(request: HttpRequest, slug: str) -> HttpResponse:
    """One objective, or one effect, with those it stands beside in its row."""
    shown = on_display()
    found = neighbourhood(shown, slug.upper().replace("-", "."))
    if found is None:
        raise Http404
    before, after = _around(plan_tree(shown), found)
    context = {"plan": shown, "found": found, "before": before, "after": after, "actions": public_actions(found.item)}
    return render(request, "public/item.html", context)


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:100]
    tree = plan_tree(on_display())
    wanted = stems(query)
    found = [item for item in (*tree.objectives, *tree.effects) if wanted and matches(wanted, item.text)]
    return render(request, "public/search.html", {"plan": tree.plan, "query": query, "found": found, "wanted": wanted})


def on_display() -> TerritorialEducationPlan:
    """404 when the public has no plan to read yet."""
    shown = TerritorialEducationPlan.objects.on_display()
    if shown is None:
        raise Http404
    return shown


def _tag(request: HttpRequest, shown: TerritorialEducationPlan, changed_at: datetime | None) -> str:
    """What the page depends on: the plan, its last change, the language, and whose links the header shows."""
    visitor = request.user.pk or 0
    return f'"{shown.pk}-{changed_at:%Y%m%d%H%M%S%f}-{get_language()}-{visitor}"' if changed_at else f'"{shown.pk}"'


def _around(tree: PlanTree, found: Neighbourhood) -> tuple[PlanItem | None, PlanItem | None]:
    """The items of the same kind before and after, in reading order."""
    column = tree.objectives if found.item.is_objective else tree.effects
    codes = [item.code for item in column]
    at = codes.index(found.item.code)
    return (column[at - 1] if at else None, column[at + 1] if at + 1 < len(column) else None)
