"""A sheet is opened, then written section by section; two people never overwrite each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from preau.foundation.schoolyears import school_year_of, year_name
from preau.people.accounts.enums import Role
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.sheets.enums import EventKind
from preau.plan.sheets.errors import NotReady, SheetClosed, SheetConflict, WrongObjective
from preau.plan.sheets.ledger import Change
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.refusals import refusal
from preau.plan.sheets.state import changeable, state_of
from preau.plan.sheets.writing import create_sheet, edit_sheet
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.plan.structure.queries import plan_tree
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan
from preau.surfaces.workspace.sheets.forms import sections as forms
from preau.surfaces.workspace.sheets.history import History
from preau.surfaces.workspace.sheets.views.door import back, frame, the_sheet
from preau.surfaces.workspace.sheets.views.page import draw


@dataclass(frozen=True, slots=True)
class Section:
    """``make`` builds its form; ``anchor`` is where the page of the sheet shows it."""

    title: Promise
    make: Callable[[HttpRequest, ActionSheet, Any], forms.SectionForm]
    anchor: str


def _plain(form: type[forms.SectionForm]) -> Callable[[HttpRequest, ActionSheet, Any], forms.SectionForm]:
    return lambda _request, sheet, data: form(data, sheet=sheet)


def _carriers(request: HttpRequest, sheet: ActionSheet, data: Any) -> forms.SectionForm:
    organisations = list(Organisation.objects.filter(commune=sheet.plan.commune_id))
    owners = _owners(request, organisations, sheet.owner_id)
    sides = [sheet.owner_id, sheet.co_owner_id]
    people = User.objects.filter(is_active=True, memberships__organisation__in=[pk for pk in sides if pk])
    if sheet.contact_id:
        people |= User.objects.filter(pk=sheet.contact_id)
    return forms.CarriersForm(
        data, sheet=sheet, owners=owners, organisations=organisations, people=people.distinct().order_by("full_name")
    )


SECTIONS = {
    "idee": Section(gettext_lazy("L’idée"), _plain(forms.IdeaForm), "idee"),
    "porteurs": Section(gettext_lazy("Qui porte l’action"), _carriers, "porteurs"),
    "objectifs": Section(gettext_lazy("Objectifs servis"), _plain(forms.ObjectivesForm), "objectifs"),
    "public": Section(gettext_lazy("Pour qui"), _plain(forms.PublicForm), "reperes"),
    "calendrier": Section(gettext_lazy("Quand et où"), _plain(forms.CalendarForm), "reperes"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_section(request: HttpRequest, pk: int, section: str) -> HttpResponse:
    sheet = the_sheet(request, pk, "edit")
    if section not in SECTIONS:
        raise Http404
    made = SECTIONS[section]
    form = made.make(request, sheet, request.POST if request.method == "POST" else None)
    if not frozenset(form.facts) <= changeable(sheet.state):
        return draw(request, sheet, problem=refusal("edit", sheet, actor(request)) or _closed(), status=422)
    conflict: dict[str, Any] | None = None
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            change = edit_sheet(sheet, form.chosen, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except SheetConflict as met:
            conflict = _meanwhile(met, form)
        except NotReady as refused:
            problem = " ".join([_("La fiche est déjà proposée."), *refused.sentences])
        except (SheetClosed, WrongObjective):
            problem = _(
                "La fiche ou le projet a changé entre-temps. Rien n’a été enregistré : relisez, puis recommencez."
            )
        else:
            told(request, change)
            return back(change.sheet, made.anchor)
    failed = bool(form.errors or problem or conflict is not None)
    context = {
        **frame(request, sheet),
        "section": section,
        "title": made.title,
        "form": form,
        "problem": problem,
        "conflict": conflict,
        "axes": plan_tree(sheet.plan).axes if section == "objectifs" else [],
        "undoes": sheet.validations.filter(withdrawn_at__isnull=True).exists(),
    }
    return render(request, "workspace/sheets/section.html", context, status=422 if failed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_new(request: HttpRequest) -> HttpResponse:
    """Opened from the list, or from an objective that it will serve (``?objectif=a1-g1-o2``)."""
    require(request, SHEETS, "create")
    plan = the_plan(request)
    organisations = list(Organisation.objects.filter(commune=plan.commune_id))
    objective = _objective(request, plan)
    this_year = school_year_of(timezone.localdate())
    form = forms.NewSheetForm(
        request.POST if request.method == "POST" else None,
        owners=_owners(request, organisations),
        organisations=organisations,
        years=[(year, year_name(year)) for year in (this_year, this_year + 1)],
    )
    if request.method == "POST" and form.is_valid():
        sheet = create_sheet(plan, hand=hand(request), objectives=[objective] if objective else [], **form.cleaned_data)
        messages.success(
            request, _("%(code)s est ouverte, en brouillon. Complétez-la à votre rythme.") % {"code": sheet.code}
        )
        return back(sheet)
    context = {"plan": plan, "of_plan": of_plan(request, plan), "objective": objective, "form": form}
    return render(request, "workspace/sheets/new.html", context, status=422 if form.errors else 200)


def told(request: HttpRequest, change: Change) -> None:
    """What was kept, and what it undid."""
    if not change.facts:
        messages.info(request, _("Rien n’a changé."))
    elif change.withdrawn:
        names = _(" et de ").join(str(each) for each in change.withdrawn)
        messages.warning(
            request,
            _("C’est enregistré. Le fond a changé : la validation de %(names)s est à redonner.") % {"names": names},
        )
    else:
        messages.success(request, _("C’est enregistré."))


def _meanwhile(met: SheetConflict, form: forms.SectionForm) -> dict[str, Any]:
    """What stands now, beside the form that keeps what was typed; sending again replaces it, knowingly."""
    see_again(form, met.current.version)
    last = met.current.events.filter(kind=EventKind.EDITED).select_related("by").first()
    return {"last": last, "standing": History(met.current).standing(state_of(met.current), met.facts)}


def _closed() -> str:
    return _(
        "L’action est en cours : cette partie de la fiche ne change plus. Ses dates et ses lieux le peuvent encore."
    )


def _owners(request: HttpRequest, organisations: list[Organisation], present: int = 0) -> list[Organisation]:
    """Those in whose name the person may carry an action: all of them for the coordination."""
    who = actor(request)
    if who.holds(Role.PLAN_COORDINATOR):
        return organisations
    mine = who.parts.get(Role.CONTRIBUTOR, frozenset())
    if not mine:
        raise PermissionDenied
    return [each for each in organisations if each.pk in mine or each.pk == present]


def _objective(request: HttpRequest, plan: TerritorialEducationPlan) -> PlanItem | None:
    code = (request.GET.get("objectif") or request.POST.get("objectif") or "").upper().replace("-", ".")
    return plan.items.present().of_kind(ItemKind.OPERATIONAL_OBJECTIVE).filter(code=code).first() if code else None
