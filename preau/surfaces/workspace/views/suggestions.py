"""The proposals of a plan, those that wait for an answer first."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.queries import suggestions_of
from preau.surfaces.workspace.suggestioncards import cards_of

from .plan import current_plan, of_plan

PER_PAGE = 20


@require_safe
def suggestion_list(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    decided = request.GET.get("etat") == "decidees"
    everything = suggestions_of(plan)
    still = everything.filter(state=SuggestionState.OPEN)
    chosen = everything.exclude(state=SuggestionState.OPEN) if decided else still
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "decided": decided,
        "return_to": request.get_full_path(),
        "place_base": urlencode({name: request.GET[name] for name in ("etat", "projet") if request.GET.get(name)}),
        "page": page,
        "cards": cards_of(request, plan, page.object_list),
        "open_count": still.count(),
        "decided_count": everything.exclude(state=SuggestionState.OPEN).count(),
    }
    return render(request, "workspace/suggestions.html", context)
