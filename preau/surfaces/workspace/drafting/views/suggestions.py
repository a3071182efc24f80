"""The proposals of a plan: all of them under filters, and what each partner changed."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import SuggestionState
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.drafting.suggestioncards import cards_by_key
from preau.surfaces.workspace.drafting.suggestionlist import ALL, NOBODY, SuggestionList
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan


@require_safe
def suggestion_list(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    listed = SuggestionList(plan, actor(request), request.GET)
    return render(request, "workspace/suggestions.html", _context(request, plan, listed))


@require_safe
def partner_list(request: HttpRequest) -> HttpResponse:
    """Who proposed how much, and what became of it."""
    plan = the_plan(request)
    states = {
        f"{state}_count": Count("suggestions", filter=Q(suggestions__plan=plan, suggestions__state=state))
        for state in SuggestionState.values
    }
    partners = (
        Organisation.objects.filter(suggestions__plan=plan)
        .annotate(proposed=Count("suggestions", filter=Q(suggestions__plan=plan)), **states)
        .order_by("-proposed", "name")
    )
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "partners": list(partners),
        "without": plan.suggestions.filter(organisation__isnull=True).count(),
        "nobody": NOBODY,
    }
    return render(request, "workspace/partners.html", context)


@require_safe
def partner_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What one organisation proposed, in the order of the plan."""
    plan = the_plan(request)
    partner = Organisation.objects.filter(commune=plan.commune_id, slug=slug).first()
    if partner is None:
        raise Http404
    listed = SuggestionList(plan, actor(request), request.GET, organisation=partner, default=ALL)
    context = _context(request, plan, listed) | {"partner": partner}
    return render(request, "workspace/partner.html", context)


def _context(request: HttpRequest, plan: TerritorialEducationPlan, listed: SuggestionList) -> dict[str, Any]:
    return {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "return_to": request.get_full_path(),
        "listed": listed,
        "page": listed.page,
        "cards": cards_by_key(request, plan, listed.shown),
    }
