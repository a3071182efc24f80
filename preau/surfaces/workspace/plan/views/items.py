"""One item of the plan: read, edited, moved, taken out, put back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.foundation.text.differences import word_differences
from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.permissions import POINTS, SUGGESTIONS
from preau.plan.drafting.presence import others_in
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.structure.actions import add_item, move_item, remove_item, restore_item
from preau.plan.structure.editing import edit_item
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.errors import EditConflict
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.permissions import ITEMS, PLANS
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.drafting.forms.deciding import RemarkForm
from preau.surfaces.workspace.drafting.speaking import may_propose
from preau.surfaces.workspace.drafting.suggestioncards import cards_of
from preau.surfaces.workspace.drafting.talk import remarks_of
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.plan.forms import AdditionForm, ItemForm, MoveForm, RemovalForm
from preau.surfaces.workspace.plan.histories import history_of
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan
from preau.surfaces.workspace.refusals import TOLD, sentence

_FEW = 3
"""Proposals shown on the page of an item; the others are on the page that compares them."""


@require_GET
def item_page(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    return show_item(request, plan, load_item(request, plan, code, "read_draft"))


def show_item(
    request: HttpRequest, plan: TerritorialEducationPlan, item: PlanItem, remark_form: RemarkForm | None = None
) -> HttpResponse:
    """The page of an item; with a remark that could not be kept, its form as it was typed."""
    who = actor(request)
    may = {action: ITEMS.may(who, action, item) for action in ("edit", "move", "remove")}
    if plan.is_adopted:
        may |= {"move": False, "remove": False}
    beside = (
        list(plan.items.present().filter(row=item.row_id).in_order().select_related("owner")) if item.row_id else []
    )
    here = reverse("workspace:item", args=[item.slug]) + of_plan(request, plan)
    suggestions = item.suggestions.order_by("proposed_at", "pk")
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "return_to": here,
        "item": item,
        "ancestors": _ancestors(item),
        "children": list(item.children.present().in_order().filter(kind=ItemKind.GENERAL_OBJECTIVE)),
        "objectives": [other for other in beside if other.is_objective],
        "effects": [other for other in beside if not other.is_objective],
        "points": item.open_points.select_related("owner", "settled_by").order_by("settled_at", "due_on", "pk"),
        "cards": cards_of(request, plan, suggestions.open()[:_FEW]),
        "open_count": suggestions.open().count(),
        "decided_count": suggestions.exclude(state=SuggestionState.OPEN).count(),
        "remarks": remarks_of(request, item.comments.filter(suggestion__isnull=True)),
        "remark_form": (remark_form or RemarkForm()) if SUGGESTIONS.may(who, "comment") else None,
        "history": history_of(item, _undoing(request, plan, may)),
        "may": may,
        "may_propose": may_propose(request, plan),
        "may_settle": POINTS.may(who, "settle"),
        "removal_form": RemovalForm(),
        "sheets": _sheets(request, item),
        "may_open_sheet": item.is_objective and SHEETS.may(who, "create"),
    }
    return render(request, "workspace/item.html", context, status=422 if remark_form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def item_edit(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    item = load_item(request, plan, code, "edit")
    sent = request.POST if request.method == "POST" else None
    owners = list(Organisation.objects.filter(commune=plan.commune_id))
    form = ItemForm(sent, item=item, owners=owners, may_assign=ITEMS.may(actor(request), "assign", item))
    form.fields["text"].disabled = plan.is_adopted
    context: dict[str, Any] = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "item": item,
        "form": form,
        "conflict": None,
        "problem": "",
        "now": hand(request).now,
        "others": others_in(item, actor(request).user, now=hand(request).now),
    }
    if sent is not None and form.is_valid():
        try:
            edit = form.edit
            item = edit_item(
                item,
                edit,
                seen_version=form.cleaned_data["seen_version"],
                hand=hand(request),
                reason=form.cleaned_data["reason"],
            )
        except EditConflict as conflict:
            context |= _conflict(form, conflict.current)
        except TOLD as refusal:
            context["problem"] = sentence(refusal)
        else:
            return _edited(request, plan, item)
    if request.method == "GET" and request.GET.get("etat") == "lu":
        return _drawn(request, plan, item)
    template = "workspace/item_edit.html"
    if request.htmx:  # type: ignore[attr-defined]
        form.fields["text"].widget.attrs["autofocus"] = True
        return render(request, f"{template}#form", context)
    return render(
        request, template, context, status=422 if form.errors or context["conflict"] or context["problem"] else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def item_move(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    item = load_item(request, plan, code, "move")
    if item.row_id is None:
        raise Http404
    form = MoveForm(request.POST or None, item=item)
    conflict, problem = None, ""
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            move_item(item, kept["row"], seen_version=kept["seen_version"], hand=hand(request), reason=kept["reason"])
        except EditConflict as met:
            conflict = met.current
            see_again(form, conflict.version)
        except TOLD as refusal:
            problem = sentence(refusal)
        else:
            messages.success(
                request, _("%(code)s est maintenant dans la ligne %(row)s.") % {"code": code, "row": kept["row"].code}
            )
            return _back(request, plan, item)
    context = {"plan": plan, "of_plan": of_plan(request, plan), "item": item, "form": form}
    context |= {"conflict": conflict, "problem": problem}
    failed = form.errors or conflict or problem
    return render(request, "workspace/item_move.html", context, status=422 if failed else 200)


@require_POST
def item_removal(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    item = load_item(request, plan, code, "remove")
    if item.row_id is None:
        raise Http404
    form = RemovalForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        remove_item(item, hand=hand(request), reason=reason)
    except TOLD as refusal:
        messages.error(request, sentence(refusal))
    else:
        said = _("%(code)s est retiré. Son texte et son histoire restent ; vous pouvez le rétablir.")
        messages.success(request, said % {"code": code})
    return HttpResponseRedirect(reverse("workspace:item", args=[item.slug]) + of_plan(request, plan))


@require_POST
def item_return(request: HttpRequest, code: str) -> HttpResponse:
    plan = the_plan(request)
    item = load_item(request, plan, code, "remove")
    if item.removed_at is not None:
        try:
            restore_item(item, hand=hand(request))
        except TOLD as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("%(code)s est de nouveau dans le projet.") % {"code": code})
    return HttpResponseRedirect(reverse("workspace:item", args=[item.slug]) + of_plan(request, plan))


@require_http_methods(["GET", "HEAD", "POST"])
def item_addition(request: HttpRequest, row: str) -> HttpResponse:
    plan = the_plan(request)
    load(request, PLANS, "edit", TerritorialEducationPlan.objects.kept(), read="read_draft", pk=plan.pk)
    found = plan.rows.select_related("general_objective").filter(code=row.upper().replace("-", ".")).first()
    if found is None:
        raise Http404
    form = AdditionForm(request.POST or None)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            item = add_item(found, ItemKind(form.cleaned_data["kind"]), form.cleaned_data["text"], hand=hand(request))
        except TOLD as refusal:
            problem = sentence(refusal)
        else:
            messages.success(request, _("%(code)s est ajouté.") % {"code": item.code})
            return _back(request, plan, item)
    context = {"plan": plan, "of_plan": of_plan(request, plan), "row": found, "form": form, "problem": problem}
    return render(request, "workspace/item_addition.html", context, status=422 if form.errors or problem else 200)


def load_item(request: HttpRequest, plan: TerritorialEducationPlan, code: str, action: str) -> PlanItem:
    items = plan.items.select_related("parent__parent", "row", "owner")
    return load(request, ITEMS, action, items, read="read_draft", code=code)


def _undoing(request: HttpRequest, plan: TerritorialEducationPlan, may: dict[str, bool]) -> set[str]:
    """What the person may do to the item, of what an undoing may need; nothing once the text is fixed."""
    if plan.is_adopted:
        return set()
    assign = {"assign"} if ITEMS.may(actor(request), "assign") else set()
    return {action for action, allowed in may.items() if allowed} | assign


def _ancestors(item: PlanItem) -> list[PlanItem]:
    """From the axis down to the item's parent."""
    found: list[PlanItem] = []
    parent = item.parent
    while parent is not None:
        found.insert(0, parent)
        parent = parent.parent
    return found


def _sheets(request: HttpRequest, item: PlanItem) -> list[ActionSheet]:
    """The action sheets that serve an objective, as far as the person may read them."""
    if not item.is_objective:
        return []
    return list(SHEETS.rows(actor(request), "read", item.sheets.select_related("owner", "co_owner")))


def _conflict(form: ItemForm, current: PlanItem) -> dict[str, Any]:
    """Both texts side by side; sending again replaces the other's, knowingly."""
    typed = form.cleaned_data["text"]
    see_again(form, current.version)
    last = current.changes.select_related("by").first()
    return {
        "conflict": {"current": current, "typed": typed, "pieces": word_differences(current.text, typed), "last": last}
    }


def _edited(request: HttpRequest, plan: TerritorialEducationPlan, item: PlanItem) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return _drawn(request, plan, item)
    messages.success(request, _("%(code)s est enregistré.") % {"code": item.code})
    return _back(request, plan, item)


def _drawn(request: HttpRequest, plan: TerritorialEducationPlan, item: PlanItem) -> HttpResponse:
    """The item as the tree draws it."""
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "item": item,
        "points": {item.pk: item.open_points.open().count()},
        "suggestions": {item.pk: item.suggestions.filter(state="open").count()},
        "editable": {item.pk},
        "may_propose": False,
        "is_fresh": True,
    }
    return render(request, "workspace/tree_item.html", context)


def _back(request: HttpRequest, plan: TerritorialEducationPlan, item: PlanItem) -> HttpResponse:
    """To where the person came from: the tree, at the item."""
    return HttpResponseRedirect(reverse("workspace:item", args=[item.slug]) + of_plan(request, plan))
