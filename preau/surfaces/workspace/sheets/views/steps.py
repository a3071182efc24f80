"""The steps of a sheet. Those that change nothing but the state are one button; the others ask for a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.foundation.lifecycle import NotNow
from preau.plan.sheets import stepping
from preau.plan.sheets.copying import copy_to_next_year
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.errors import AlreadyCopied, AlreadySigned, NotReady, SheetConflict
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.queries import balance_of
from preau.plan.sheets.refusals import open_sides, refusal
from preau.plan.sheets.states import LIFE
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.sheets.forms.steps import AgreementForm, ReasonForm, ReviewForm
from preau.surfaces.workspace.sheets.steps import STEPS
from preau.surfaces.workspace.sheets.views.door import back, frame, the_sheet
from preau.surfaces.workspace.sheets.views.page import draw


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """GET says what the step does; POST takes it. A refusal shows the sheet with the sentence that says why."""
    sheet = the_sheet(request, pk)
    if step not in STEPS:
        raise Http404
    name = STEPS[step]
    if said := refusal(name, sheet, actor(request)):
        return refused(request, sheet, name, said)
    form = _form(request, sheet, name)
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            moved = _take(name, sheet, form, request)
        except SheetConflict:
            said = _("La fiche a changé pendant que vous la lisiez. Relisez-la, puis validez de nouveau.")
            return draw(request, the_sheet(request, pk), problem=said, status=422)
        except (NotNow, NotReady, AlreadySigned):
            current = the_sheet(request, pk)
            said = refusal(name, current, actor(request)) or _(
                "Quelqu’un a fait ce pas avant vous. Rien n’a été changé."
            )
            return draw(request, current, problem=said, status=422)
        messages.success(request, _("%(code)s : %(state)s.") % {"code": moved.code, "state": moved.get_state_display()})
        return back(moved)
    context = {
        **frame(request, sheet),
        "step": LIFE.by_name[name],
        "slug": step,
        "form": form,
        "undoes": _undoes(sheet),
        "balance": balance_of(list(sheet.budget.select_related("funder"))),
    }
    failed = form is not None and bool(form.errors)
    return render(request, "workspace/sheets/step.html", context, status=422 if failed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_review(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = the_sheet(request, pk)
    if said := refusal("review", sheet, actor(request)):
        return refused(request, sheet, "review", said)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            stepping.review(sheet, form.told, hand=hand(request))
        except NotNow:
            return draw(request, the_sheet(request, pk), problem=_("Le bilan est déjà écrit."), status=422)
        messages.success(request, _("Le bilan est enregistré. Merci : c’est lui qui dit ce que l’action a changé."))
        return back(sheet, "bilan")
    context = {**frame(request, sheet), "form": form}
    return render(request, "workspace/sheets/review.html", context, status=422 if form.errors else 200)


@require_POST
def sheet_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet taken up for the next year; asked twice, the person is led to the one that is there."""
    sheet = the_sheet(request, pk, "copy")
    try:
        copy = copy_to_next_year(sheet, hand=hand(request))
    except AlreadyCopied as already:
        messages.info(request, _("Cette fiche a déjà été reprise : la voici."))
        return back(already.copy)
    messages.success(
        request,
        _("%(code)s reprend la fiche en %(year)s. Vérifiez les dates ; avis et montants accordés sont à redemander.")
        % {"code": copy.code, "year": copy.year_name},
    )
    return back(copy)


def refused(request: HttpRequest, sheet: ActionSheet, step: str, said: str) -> HttpResponse:
    """403 for somebody whose affair it is not, 422 for what can't be done now; the same page and the same sentence."""
    is_theirs = SHEETS.may(actor(request), step, sheet)
    return draw(request, sheet, problem=said, status=422 if is_theirs else 403)


def _form(request: HttpRequest, sheet: ActionSheet, step: str) -> Any:
    sent = request.POST if request.method == "POST" else None
    if step == "validate":
        who = actor(request)
        return AgreementForm(
            sent, version=sheet.version, sides=open_sides(sheet, who), mine=frozenset(who.organisations)
        )
    return ReasonForm(sent) if LIFE.by_name[step].needs_reason else None


def _take(step: str, sheet: ActionSheet, form: Any, request: HttpRequest) -> ActionSheet:
    by = hand(request)
    if step == "validate":
        kept = form.cleaned_data
        how, seen = kept.get("how", ""), kept["seen_version"]
        return stepping.validate(sheet, organisation=form.side, hand=by, how=how, seen_version=seen)
    if step in _BACKWARDS:
        return _BACKWARDS[step](sheet, hand=by, reason=form.cleaned_data["reason"])
    return _ONWARDS[step](sheet, hand=by)


_ONWARDS: dict[str, Callable[..., ActionSheet]] = {
    "propose": stepping.propose,
    "schedule": stepping.schedule,
    "start": stepping.start,
    "archive": stepping.archive,
}
_BACKWARDS: dict[str, Callable[..., ActionSheet]] = {
    "reject": stepping.reject,
    "redraft": stepping.redraft,
    "cancel": stepping.cancel,
}


def _undoes(sheet: ActionSheet) -> bool:
    """Whether going back loses agreements that were given."""
    return sheet.state != SheetState.DRAFT and sheet.validations.filter(withdrawn_at__isnull=True).exists()
