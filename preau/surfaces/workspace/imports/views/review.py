"""The review of an import: what was understood beside its source, corrected one item at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from preau.people.organisations.models import Organisation
from preau.plan.importing.actions import correct, rename_import, settle_mark
from preau.plan.importing.edits import EditRefused
from preau.plan.importing.errors import ImportMoved
from preau.plan.importing.models import PlanImport
from preau.plan.importing.permissions import IMPORTS
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.imports.forms import (
    Correction,
    DiscardCorrection,
    MarkDecisionForm,
    MergeCorrection,
    MoveCorrection,
    SplitCorrection,
    TextCorrection,
    TitleForm,
)
from preau.surfaces.workspace.imports.review.cuts import cuts
from preau.surfaces.workspace.imports.review.page import Place, Review
from preau.surfaces.workspace.imports.views.opened import opened

CORRECTIONS: dict[str, type[Correction]] = {
    "texte": TextCorrection,
    "scission": SplitCorrection,
    "fusion": MergeCorrection,
    "deplacement": MoveCorrection,
    "retrait": DiscardCorrection,
}


@require_GET
def plan_import(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "read", imports(), pk=pk)
    if not found.is_in_review:
        return redirect("workspace:import_report", pk)
    may_review = IMPORTS.may(actor(request), "review")
    return show(request, Review(found, Place.of(request.GET), owners_of(found) if may_review else []))


@require_POST
def import_correction(request: HttpRequest, pk: int, noun: str) -> HttpResponse:
    found = load(request, IMPORTS, "review", imports(), pk=pk)
    if noun not in CORRECTIONS:
        raise Http404
    review = Review(found, Place.of(request.POST), owners_of(found))
    form = _correction(noun, request.POST, review)
    if not form.is_valid():
        return refuse(request, review, form)
    return attempt(
        request, review, form, lambda: correct(found, form.change, seen_version=_seen(form), hand=hand(request))
    )


@require_POST
def import_decision(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "review", imports(), pk=pk)
    review = Review(found, Place.of(request.POST), owners_of(found))
    form = MarkDecisionForm(request.POST, owners=review.owners, auto_id=_named(request.POST))
    if not form.is_valid():
        return refuse(request, review, form)
    marks = review.marks_of(form.cleaned_data["item"])
    number = form.cleaned_data["number"]
    if not 0 <= number < len(marks):
        return refuse(request, review, form, _("Ce point n’est plus là : le texte a changé."))
    decision = form.as_decision(form.cleaned_data["item"], marks[number].type, marks[number].quote)
    return attempt(
        request, review, form, lambda: settle_mark(found, decision, seen_version=_seen(form), hand=hand(request))
    )


@require_POST
def import_title(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "review", imports(), pk=pk)
    form = TitleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Donnez un titre au projet."))
        return redirect("workspace:import", pk)
    try:
        rename_import(found, form.cleaned_data["title"], seen_version=_seen(form))
    except ImportMoved:
        messages.warning(request, moved_sentence())
    return redirect("workspace:import", pk)


def attempt(request: HttpRequest, review: Review, form: forms.Form, act: Callable[[], Any]) -> HttpResponse:
    """Does it and comes back to the same place; what cannot be done says why and keeps what was typed."""
    try:
        act()
    except EditRefused as refusal:
        return refuse(request, review, form, refusal.sentence)
    except ImportMoved:
        return _moved(request, review, form)
    fresh = imports().get(pk=review.plan_import.pk)
    code = form.cleaned_data["item"]
    row = review.row_of(code)
    after = Review(fresh, replace(review.place, open_code="", row_code=row), review.owners)
    if _awaits_more(after, code, form):
        after = Review(fresh, replace(review.place, open_code=code, row_code=row), review.owners)
    if request.htmx and row and after.row(row):  # type: ignore[attr-defined]
        return show(request, after, acted=code)
    anchor = code if after.find(code) else row
    to = after.here.url(fresh, anchor)
    return HttpResponseClientRedirect(to) if request.htmx else HttpResponseRedirect(to)  # type: ignore[attr-defined]


def attempt_elsewhere(request: HttpRequest, found: PlanImport, form: Any, to: str) -> HttpResponse | None:
    """The same for a page beside the review: None when the form has to be shown again with its sentence."""
    try:
        correct(found, form.change, seen_version=_seen(form), hand=hand(request))
    except EditRefused as refusal:
        form.add_error(None, refusal.sentence)
        return None
    except ImportMoved:
        fresh = imports().get(pk=found.pk)
        if not fresh.is_in_review:
            messages.warning(request, moved_sentence())
            return redirect("workspace:import_report", fresh.pk)
        form.add_error(None, moved_sentence() + " " + _("Ce que vous avez écrit est gardé."))
        see_again(form, fresh.version)
        return None
    messages.success(request, _("C’est repris dans le projet."))
    return redirect(to)


def refuse(request: HttpRequest, review: Review, form: forms.Form, problem: str = "") -> HttpResponse:
    code = form.data.get("item", "")
    place = replace(review.place, open_code=code, row_code=review.row_of(code))
    return show(request, Review(review.plan_import, place, review.owners), failed=form, problem=problem)


def show(
    request: HttpRequest, review: Review, *, failed: forms.Form | None = None, problem: str = "", acted: str = ""
) -> HttpResponse:
    """The page, or only the row that htmx asks for: both are drawn by the same template."""
    found = review.plan_import
    typed = failed.data.get("text") or failed.data.get("decision") or "" if failed else ""
    form = opened(review, review.place.open_code, failed=failed, problem=problem)
    context = {
        "plan_import": found,
        "review": review,
        "counts": review.counts,
        "place": review.here,
        "opened": form,
        "may_review": IMPORTS.may(actor(request), "review"),
        "title_form": TitleForm(initial={"title": found.title, "seen_version": found.version}),
        "problem": "" if form else problem,
        "typed": "" if form else typed,
        "acted": acted or request.GET.get("vu", "").upper().replace("-", "."),
    }
    status = 422 if failed else 200
    row = review.row(review.place.row_code) if request.htmx and review.place.row_code else None  # type: ignore[attr-defined]
    if row is not None:
        return render(request, "workspace/import.html#row_answer", {**context, "row": row})
    return render(request, "workspace/import.html", context, status=status)


def imports() -> Any:
    return PlanImport.objects.select_related("commune", "by").defer("first_draft_data")


def owners_of(found: PlanImport) -> list[Organisation]:
    return list(Organisation.objects.filter(commune=found.commune_id))


def moved_sentence() -> str:
    return _("Cet import a changé entre-temps, dans un autre onglet ou par quelqu’un d’autre. Voici son état actuel.")


def _moved(request: HttpRequest, review: Review, form: forms.Form) -> HttpResponse:
    """Somebody was faster: the fresh state, the sentence, and what was typed ready to be sent again."""
    fresh = imports().get(pk=review.plan_import.pk)
    if not fresh.is_in_review:
        messages.warning(request, moved_sentence())
        return redirect("workspace:import_report", fresh.pk)
    see_again(form, fresh.version)
    return refuse(
        request,
        Review(fresh, review.place, review.owners),
        form,
        moved_sentence() + " " + _("Ce que vous avez écrit est gardé."),
    )


def _awaits_more(after: Review, code: str, form: forms.Form) -> bool:
    """After a decision, the item stays open while another of its marks waits."""
    item = after.find(code) if isinstance(form, MarkDecisionForm) else None
    return item is not None and item.awaits_decision


def _correction(noun: str, data: QueryDict, review: Review) -> Correction:
    code = data.get("item", "")
    named = f"id_{code.lower().replace('.', '-')}"
    if noun == "scission":
        item = review.find(code)
        text = item.text if item else ""
        return SplitCorrection(data, text=text, places=cuts(text), auto_id=f"{named}_split_%s")
    if noun == "deplacement":
        return MoveCorrection(data, rows={row.id for row in review.rows}, auto_id=f"{named}_move_%s")
    return CORRECTIONS[noun](data, auto_id=f"{named}_{_PARTS[noun]}_%s")


_PARTS = {"texte": "text", "fusion": "merge", "retrait": "discard"}


def _named(data: QueryDict) -> str:
    return f"id_{data.get('item', '').lower().replace('.', '-')}_{data.get('number', '')}_%s"


def _seen(form: forms.Form) -> int:
    return int(form.cleaned_data["seen_version"])
