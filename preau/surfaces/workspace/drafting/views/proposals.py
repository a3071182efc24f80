"""Proposing a change: one page for each thing that can change of an item, one for something new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from preau.people.organisations.models import Organisation
from preau.plan.drafting import proposing
from preau.plan.drafting.errors import AlreadyProposed
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.drafting.proposing import Proposal
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, PlanRow, TerritorialEducationPlan
from preau.plan.structure.permissions import ITEMS
from preau.plan.structure.queries import plan_tree
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.drafting.forms.proposals import (
    About,
    AdditionProposal,
    DetailsProposal,
    HorizonProposal,
    OwnerProposal,
    PlaceProposal,
    ProposalForm,
    RemovalProposal,
    WordingProposal,
)
from preau.surfaces.workspace.drafting.speaking import my_organisation
from preau.surfaces.workspace.drafting.suggestioncards import cards_of
from preau.surfaces.workspace.drafting.telling import tell_proposed
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan
from preau.surfaces.workspace.refusals import TOLD, sentence


@dataclass(frozen=True, slots=True)
class What:
    """``in_rows``: only objectives and effects have it."""

    label: str | Promise
    form: type[ProposalForm]
    in_rows: bool = False


WHATS = {
    "texte": What(gettext_lazy("Le texte"), WordingProposal),
    "details": What(gettext_lazy("Les points de détail"), DetailsProposal, in_rows=True),
    "place": What(gettext_lazy("La place"), PlaceProposal, in_rows=True),
    "porteur": What(gettext_lazy("Qui le porte"), OwnerProposal, in_rows=True),
    "echeance": What(gettext_lazy("L’échéance"), HorizonProposal, in_rows=True),
    "retrait": What(gettext_lazy("Le retirer"), RemovalProposal),
}
"""What of an item can change, by the word that the address has for it."""


@require_http_methods(["GET", "HEAD", "POST"])
def item_proposal(request: HttpRequest, code: str, what: str = "texte") -> HttpResponse:
    plan = the_plan(request)
    item = _item(request, plan, code)
    offered = {word: each for word, each in WHATS.items() if item.row_id or not each.in_rows}
    if what not in offered:
        raise Http404
    about = _about(request, plan, item, what)
    sent = request.POST if request.method == "POST" else None
    form = None if what == "place" and about.row is None else offered[what].form(sent, about=about)
    context: dict[str, Any] = {"item": item, "whats": offered, "what": what, "about": about, "form": form}
    if what == "place":
        context |= _rows(request, plan, about)
    if sent is not None and form is not None and form.is_valid():
        return _propose(request, plan, form, form.proposal, context, "workspace/proposal.html")
    return _shown(request, plan, context, "workspace/proposal.html", failed=sent is not None)


@require_http_methods(["GET", "HEAD", "POST"])
def addition_proposal(request: HttpRequest, code: str) -> HttpResponse:
    """In the row that the code names; in a new row of a general objective; a general objective under an axis."""
    plan = the_plan(request)
    require(request, SUGGESTIONS, "propose")
    row = plan.rows.select_related("general_objective").filter(code=code).first()
    above = row.general_objective if row else plan.items.present().select_related("parent").filter(code=code).first()
    if above is None or above.removed_at is not None or above.row_id is not None:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = AdditionProposal(sent, is_branch=above.kind == ItemKind.AXIS)
    beside = list(plan.items.present().filter(row=row).in_order()) if row else []
    context: dict[str, Any] = {"row": row, "above": above, "code": code, "form": form, "beside": beside}
    if sent is not None and form.is_valid():
        proposal = _addition(form, row, above)
        return _propose(request, plan, form, proposal, context, "workspace/proposal_addition.html")
    return _shown(request, plan, context, "workspace/proposal_addition.html", failed=sent is not None)


def _addition(form: AdditionProposal, row: PlanRow | None, above: PlanItem) -> Proposal:
    text = form.cleaned_data["text"]
    if row is not None:
        return proposing.addition(row, form.kind_chosen, text)
    if above.kind == ItemKind.AXIS:
        return proposing.new_branch(above, text)
    return proposing.addition_in_a_new_row(above, form.kind_chosen, text)


def _propose(
    request: HttpRequest,
    plan: TerritorialEducationPlan,
    form: Any,
    proposal: Proposal,
    context: dict[str, Any],
    template: str,
) -> HttpResponse:
    try:
        with transaction.atomic():
            suggestion = proposing.propose(
                plan,
                proposal,
                hand=hand(request),
                organisation=my_organisation(request),
                reason=form.cleaned_data["reason"],
            )
            tell_proposed(suggestion, hand(request))
    except AlreadyProposed as twin:
        found = Suggestion.objects.filter(pk=twin.suggestion_id)
        return _shown(request, plan, {**context, "twins": cards_of(request, plan, found)}, template, failed=True)
    except TOLD as refusal:
        return _shown(request, plan, {**context, "problem": sentence(refusal)}, template, failed=True)
    messages.success(request, _("Votre proposition est déposée. La coordination y répondra, et vous serez prévenu."))
    here = reverse("workspace:suggestion", args=[suggestion.pk]) + of_plan(request, plan)
    return HttpResponseRedirect(here)


def _shown(
    request: HttpRequest, plan: TerritorialEducationPlan, context: dict[str, Any], template: str, *, failed: bool
) -> HttpResponse:
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "return_to": request.get_full_path(),
        "problem": "",
        "twins": [],
        **context,
    }
    return render(request, template, context, status=422 if failed else 200)


def _item(request: HttpRequest, plan: TerritorialEducationPlan, code: str) -> PlanItem:
    items = plan.items.present().select_related("parent__parent", "row__general_objective", "owner")
    item = load(request, ITEMS, "read_draft", items, read="read_draft", code=code)
    require(request, SUGGESTIONS, "propose")
    return item


def _about(request: HttpRequest, plan: TerritorialEducationPlan, item: PlanItem, what: str) -> About:
    if what == "porteur":
        return About(item, owners=list(Organisation.objects.filter(commune=plan.commune_id)))
    if what != "place":
        return About(item)
    asked = request.GET.get("ligne", "").upper().replace("-", ".")
    row = plan.rows.select_related("general_objective").filter(code=asked).first() if asked else None
    if asked and (row is None or row.general_objective.removed_at is not None):
        raise Http404
    column = plan.items.present().filter(row=row, kind=item.kind).exclude(pk=item.pk).in_order() if row else []
    return About(item, row=row, column=list(column))


def _rows(request: HttpRequest, plan: TerritorialEducationPlan, about: About) -> dict[str, Any]:
    """The rows to choose among while none is chosen; then the one chosen, with what stands in front."""
    if about.row is None:
        return {"tree": plan_tree(plan), "facing": []}
    facing = plan.items.present().filter(row=about.row).exclude(kind=about.item.kind).in_order()
    return {"tree": None, "facing": list(facing)}
