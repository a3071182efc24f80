"""Several proposals on one item, side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preau.surfaces.workspace.drafting.sidebyside import side_by_side
from preau.surfaces.workspace.drafting.speaking import may_propose
from preau.surfaces.workspace.plan.views.items import load_item
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@require_safe
def item_suggestions(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    item = load_item(request, plan, code, "read_draft")
    item.plan = plan
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "return_to": request.get_full_path(),
        "item": item,
        "compared": side_by_side(request, item),
        "may_propose": may_propose(request, plan) and item.removed_at is None,
    }
    return render(request, "workspace/item_suggestions.html", context)
