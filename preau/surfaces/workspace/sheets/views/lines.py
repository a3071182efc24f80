"""Lines of a sheet: partners, milestones, money, applications. Each noun has its form, its verb to save, its verb to
take out; the views are the same for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Organisation
from preau.plan.sheets import lines, opinions
from preau.plan.sheets.errors import SheetClosed
from preau.plan.sheets.ledger import Change
from preau.plan.sheets.models import ActionSheet
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.sheets.forms.lines import AppForm, BudgetForm, MilestoneForm, PartnerForm
from preau.surfaces.workspace.sheets.views.door import back, frame, the_sheet
from preau.surfaces.workspace.sheets.views.page import draw
from preau.surfaces.workspace.sheets.views.sections import told


@dataclass(frozen=True, slots=True)
class Noun:
    title: Promise
    rows: Callable[[ActionSheet], QuerySet[Any]]
    form: Callable[..., Any]
    save: Callable[[ActionSheet, Any, Any, Hand], Change]
    remove: Callable[..., Change]
    knows_organisations: bool = False


def _save_app(sheet: ActionSheet, form: Any, line: Any, by: Hand) -> Change:
    return opinions.edit_app(line, form.told, hand=by) if line else opinions.add_app(sheet, form.told, hand=by)


def _save_milestone(sheet: ActionSheet, form: Any, line: Any, by: Hand) -> Change:
    return lines.save_milestone(sheet, form.cleaned_data["name"], form.cleaned_data["due_on"], hand=by, line=line)


NOUNS = {
    "partenaires": Noun(
        gettext_lazy("Partenaire"),
        lambda sheet: sheet.partners.all(),
        PartnerForm,
        lambda sheet, form, line, by: lines.save_partner(sheet, form.told, hand=by, line=line),
        lines.remove_partner,
        knows_organisations=True,
    ),
    "etapes": Noun(
        gettext_lazy("Étape"),
        lambda sheet: sheet.milestones.all(),
        MilestoneForm,
        _save_milestone,
        lines.remove_milestone,
    ),
    "budget": Noun(
        gettext_lazy("Ligne de budget"),
        lambda sheet: sheet.budget.select_related("funder"),
        BudgetForm,
        lambda sheet, form, line, by: lines.save_budget_line(sheet, form.told, hand=by, line=line),
        lines.remove_budget_line,
        knows_organisations=True,
    ),
    "applications": Noun(
        gettext_lazy("Application utilisée"),
        lambda sheet: sheet.apps.all(),
        AppForm,
        _save_app,
        opinions.remove_app,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_line_new(request: HttpRequest, pk: int, noun: str) -> HttpResponse:
    return _line(request, the_sheet(request, pk, "edit"), noun, None)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_line(request: HttpRequest, pk: int, noun: str, line: int) -> HttpResponse:
    sheet = the_sheet(request, pk, "edit")
    return _line(request, sheet, noun, _row(sheet, noun, line))


@require_POST
def sheet_line_removal(request: HttpRequest, pk: int, noun: str, line: int) -> HttpResponse:
    sheet = the_sheet(request, pk, "edit")
    row = _row(sheet, noun, line)
    try:
        change = NOUNS[noun].remove(row, hand=hand(request))
    except SheetClosed:
        return draw(request, sheet, problem=closed(), status=422)
    told(request, change)
    return back(sheet, noun)


@require_POST
def sheet_milestone(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Ticked, or not after all."""
    sheet = the_sheet(request, pk, "edit")
    row = _row(sheet, "etapes", line)
    try:
        lines.mark_milestone(row, is_done=request.POST.get("etat") != "a-faire", hand=hand(request))
    except SheetClosed:
        return draw(request, sheet, problem=closed(), status=422)
    return back(sheet, "etapes")


def closed() -> str:
    return _("Cette partie de la fiche ne change plus dans son état actuel.")


def _line(request: HttpRequest, sheet: ActionSheet, noun: str, row: Any) -> HttpResponse:
    if noun not in NOUNS:
        raise Http404
    known = NOUNS[noun]
    options: dict[str, Any] = {"line": row}
    if known.knows_organisations:
        options["organisations"] = list(Organisation.objects.filter(commune=sheet.plan.commune_id))
    form = known.form(request.POST if request.method == "POST" else None, **options)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                change = known.save(sheet, form, row, hand(request))
        except SheetClosed:
            return draw(request, sheet, problem=closed(), status=422)
        except IntegrityError:
            form.add_error(None, _("Cette ligne est déjà sur la fiche."))
        else:
            told(request, change)
            return back(sheet, noun)
    context = {**frame(request, sheet), "noun": noun, "title": known.title, "line": row, "form": form}
    return render(request, "workspace/sheets/line.html", context, status=422 if form.errors else 200)


def _row(sheet: ActionSheet, noun: str, line: int) -> Any:
    """404 for a line of another sheet, or one that somebody took out."""
    row = NOUNS[noun].rows(sheet).filter(pk=line).first() if noun in NOUNS else None
    if row is None:
        raise Http404
    row.sheet = sheet
    return row
