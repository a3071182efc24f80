"""One suggestion: its page, and its card after an act, alone for htmx."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.drafting.queries import suggestions_of
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import load
from preau.surfaces.workspace.drafting.suggestioncards import Answer, cards_of
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan


@require_safe
def suggestion_page(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "read", suggestions_of(plan), pk=pk)
    return render(request, "workspace/suggestion.html", _context(request, plan, suggestion, Answer(), is_single=True))


def answered(
    request: HttpRequest, plan: TerritorialEducationPlan, suggestion: Suggestion, answer: Answer
) -> HttpResponse:
    """What was refused, and why, with all that was typed: in the card for htmx, on the page of the suggestion else."""
    if request.htmx:  # type: ignore[attr-defined]
        return _fragment(request, plan, suggestion, answer)
    context = _context(request, plan, suggestion, answer, is_single=True)
    return render(request, "workspace/suggestion.html", context, status=422)


def acted(request: HttpRequest, plan: TerritorialEducationPlan, suggestion: Suggestion, **shown: Any) -> HttpResponse:
    """The card as it is now, or the page that the person came from, at the card."""
    if request.htmx:  # type: ignore[attr-defined]
        return _fragment(request, plan, suggestion, Answer(), **shown)
    back = return_to(request) or page_of(suggestion) + of_plan(request, plan)
    return HttpResponseRedirect(f"{back}#proposition-{suggestion.pk}")


def return_to(request: HttpRequest) -> str:
    """The page of this site that a form says to go back to; "" for none, or for another site."""
    asked = request.POST.get("retour", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked.split("#")[0] if ours else ""


def page_of(suggestion: Suggestion) -> str:
    return reverse("workspace:suggestion", args=[suggestion.pk])


def _fragment(
    request: HttpRequest, plan: TerritorialEducationPlan, suggestion: Suggestion, answer: Answer, **shown: Any
) -> HttpResponse:
    single = bool(request.POST.get("seule"))
    context = _context(request, plan, suggestion, answer, is_single=single) | {"is_fresh": True, **shown}
    return render(request, "workspace/suggestion_card.html", context)


def _context(
    request: HttpRequest, plan: TerritorialEducationPlan, suggestion: Suggestion, answer: Answer, *, is_single: bool
) -> dict[str, Any]:
    card = cards_of(request, plan, [suggestion])[0]
    card.answer = answer
    return {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "card": card,
        "return_to": return_to(request) or page_of(suggestion) + of_plan(request, plan),
        "is_single": is_single,
        "back": return_to(request),
    }
