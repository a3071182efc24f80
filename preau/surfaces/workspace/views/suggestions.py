"""Tracked changes: what somebody proposed, accepted or refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.foundation.text.differences import word_differences
from preau.plan.drafting.deciding import accept_suggestion, refuse_suggestion
from preau.plan.drafting.enums import SuggestionKind, SuggestionState
from preau.plan.drafting.errors import AlreadyDecided, WordsMoved
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.drafting.queries import suggestions_of
from preau.plan.drafting.rules import apply_change
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.forms.drafting import VerdictForm

from .plan import current_plan, of_plan, the_plan

PER_PAGE = 20


@require_GET
def suggestion_list(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    return _show(request, plan)


@require_POST
def suggestion_decision(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "decide", suggestions_of(plan), pk=pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _show(
            request, plan, pk, _("Choisissez d’accepter ou de refuser, avec une raison de 300 signes au plus.")
        )
    act = accept_suggestion if form.cleaned_data["verdict"] == VerdictForm.ACCEPT else refuse_suggestion
    try:
        act(suggestion, hand=hand(request), answer=form.cleaned_data["answer"])
    except WordsMoved:
        return _show(request, plan, pk, words_moved())
    except AlreadyDecided:
        return _show(request, plan, pk, _("Quelqu’un a répondu avant vous. Rien n’a été changé."))
    return _done(request, plan, pk)


def words_moved() -> str:
    return _(
        "Les mots que cette proposition remplace ne sont plus dans le texte. Modifiez le texte à la main, "
        "puis refusez la proposition en disant pourquoi."
    )


def _show(request: HttpRequest, plan: TerritorialEducationPlan, failed: int = 0, problem: str = "") -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    decided = sent.get("etat") == "decidees"
    everything = suggestions_of(plan)
    still = everything.filter(state=SuggestionState.OPEN)
    context: dict[str, Any] = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "decided": decided,
        "place_base": urlencode({name: sent[name] for name in ("etat", "projet") if sent.get(name)}),
        "may_decide": SUGGESTIONS.may(actor(request), "decide"),
        "failed": failed,
        "problem": problem,
        "typed": request.POST.get("answer", ""),
    }
    if request.htmx and failed:  # type: ignore[attr-defined]
        found = everything.get(pk=failed)
        return render(request, "workspace/suggestions.html#card", {**context, "shown": drawn(found)})
    chosen = everything.exclude(state=SuggestionState.OPEN) if decided else still
    page = Paginator(chosen, PER_PAGE).get_page(sent.get("page"))
    context |= {
        "page": page,
        "cards": _pinned(page.object_list, everything, failed) + [drawn(suggestion) for suggestion in page.object_list],
        "open_count": page.paginator.count if not decided else still.count(),
        "decided_count": page.paginator.count if decided else everything.exclude(state=SuggestionState.OPEN).count(),
    }
    return render(request, "workspace/suggestions.html", context, status=422 if failed else 200)


def _pinned(listed: Any, everything: Any, failed: int) -> list[dict[str, Any]]:
    """The one that could not be decided, on top when it is no longer in the list."""
    if not failed or any(suggestion.pk == failed for suggestion in listed):
        return []
    return [drawn(everything.get(pk=failed))]


def drawn(suggestion: Suggestion) -> dict[str, Any]:
    """A suggestion with its item's text as it would become, the difference word by word."""
    item = suggestion.item
    whole = item is None or suggestion.kind in (
        SuggestionKind.ROW_DELETION,
        SuggestionKind.ROW_INSERTION,
        SuggestionKind.MOVE,
    )
    after = None
    if not whole and item is not None and suggestion.state == SuggestionState.OPEN and suggestion.new != item.text:
        after = apply_change(item.text, old=suggestion.old, new=suggestion.new, start=suggestion.start)
    in_context = after is not None and item is not None
    pieces = (
        word_differences(item.text, after)
        if in_context and item is not None and after is not None
        else word_differences(suggestion.old, suggestion.new)
    )
    return {
        "suggestion": suggestion,
        "pieces": pieces,
        "has_moved": not whole and after is None and bool(suggestion.old) and suggestion.state == SuggestionState.OPEN,
    }


def _done(request: HttpRequest, plan: TerritorialEducationPlan, pk: int) -> HttpResponse:
    found = suggestions_of(plan).get(pk=pk)
    if request.htmx:  # type: ignore[attr-defined]
        context = {
            "plan": plan,
            "of_plan": of_plan(request, plan),
            "decided": False,
            "may_decide": True,
            "failed": 0,
            "problem": "",
            "typed": "",
            "shown": drawn(found),
            "is_fresh": True,
        }
        return render(request, "workspace/suggestions.html#card", context)
    accepted = found.state == SuggestionState.ACCEPTED
    messages.success(
        request, _("La proposition est acceptée : le texte a changé.") if accepted else _("La proposition est refusée.")
    )
    return HttpResponseRedirect(f"{reverse('workspace:suggestions')}?{_place(request)}")


def _place(request: HttpRequest) -> str:
    sent = request.POST if request.method == "POST" else request.GET
    return urlencode({name: sent[name] for name in ("etat", "page", "projet") if sent.get(name)})
