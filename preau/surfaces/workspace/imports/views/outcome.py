"""How an import ends: confirmed, abandoned, undone, brought back. Each says its consequence first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.plan.importing.actions import abandon, confirm, redo, rename_import, undo
from preau.plan.importing.errors import ImportMoved
from preau.plan.importing.models import PlanImport
from preau.plan.importing.permissions import IMPORTS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.permissions import PLANS
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.imports.forms import ConfirmForm
from preau.surfaces.workspace.imports.review.page import Place, Review
from preau.surfaces.workspace.imports.views.review import imports, moved_sentence

_ASK = ["GET", "HEAD", "POST"]


@require_http_methods(_ASK)
def import_confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "confirm", imports(), pk=pk)
    if not found.is_in_review:
        return redirect("workspace:import_report", pk)
    initial = {"title": found.title, "display": ConfirmForm.KEEP, "seen_version": found.version}
    form = ConfirmForm(request.POST) if request.method == "POST" else ConfirmForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        answer = _confirm(request, found, form)
        if answer is not None:
            return answer
    context = {
        "plan_import": found,
        "counts": Review(found, Place()).counts,
        "form": form,
        "on_display": TerritorialEducationPlan.objects.on_display(),
    }
    return render(request, "workspace/import_confirmation.html", context, status=422 if form.errors else 200)


def _confirm(request: HttpRequest, found: PlanImport, form: ConfirmForm) -> HttpResponse | None:
    kept = form.cleaned_data
    show = kept["display"] == ConfirmForm.SHOW and PLANS.may(actor(request), "show")
    try:
        with transaction.atomic():
            renamed = rename_import(found, kept["title"], seen_version=kept["seen_version"])
            plan = confirm(renamed, seen_version=renamed.version, hand=hand(request), show=show)
    except ImportMoved:
        form.add_error(None, moved_sentence())
        fresh = imports().get(pk=found.pk)
        see_again(form, fresh.version)
        return None if fresh.is_in_review else redirect("workspace:import_report", found.pk)
    messages.success(
        request,
        _("Le projet est enregistré et le public peut le lire.")
        if show
        else _("Le projet est enregistré dans l’atelier."),
    )
    return redirect(reverse("workspace:plan") + f"?projet={plan.pk}")


@require_http_methods(_ASK)
def import_abandon(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "review", imports(), pk=pk)
    return _ending(request, found, "abandon", abandon, _("L’import est abandonné."), "workspace:imports")


@require_http_methods(_ASK)
def import_undoing(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "undo", imports().select_related("plan"), pk=pk)
    return _ending(request, found, "undo", undo, _("L’import est annulé : le projet n’est plus visible."), "")


@require_http_methods(_ASK)
def import_redoing(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "undo", imports().select_related("plan"), pk=pk)
    return _ending(request, found, "redo", redo, _("Le projet est de retour, comme avant."), "")


def _ending(
    request: HttpRequest, found: PlanImport, step: str, act: Callable[..., Any], done: str, to: str
) -> HttpResponse:
    """GET says what will happen; POST does it."""
    if request.method != "POST":
        return render(request, "workspace/import_ending.html", {"plan_import": found, "step": step})
    try:
        act(found, hand=hand(request))
    except ImportMoved:
        messages.warning(request, moved_sentence())
    else:
        messages.success(request, done)
    return redirect(to) if to else redirect("workspace:import_report", found.pk)
