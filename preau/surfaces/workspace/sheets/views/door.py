"""The one door to a sheet, and what is said when a step is refused."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.surfaces.shell.request import actor, load
from preau.surfaces.workspace.plan.views.plan import of_plan
from preau.surfaces.workspace.sheets.page import SheetPage


def the_sheet(request: HttpRequest, pk: int, action: str = "read") -> ActionSheet:
    """404 when the person may not read it, 403 when reading is all they may."""
    sheets = (
        ActionSheet.objects.filter(plan__discarded_at__isnull=True)
        .select_related("plan", "owner", "co_owner", "contact", "review__written_by")
        .prefetch_related("themes", "sites")
    )
    return load(request, SHEETS, action, sheets, pk=pk)


def shown(request: HttpRequest, sheet: ActionSheet) -> SheetPage:
    return SheetPage(sheet, actor(request), timezone.localdate())


def back(sheet: ActionSheet, anchor: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("workspace:sheet", args=[sheet.pk]) + (f"#{anchor}" if anchor else ""))


def frame(request: HttpRequest, sheet: ActionSheet) -> dict[str, object]:
    """What every page about a sheet needs."""
    return {"sheet": sheet, "plan": sheet.plan, "of_plan": of_plan(request, sheet.plan)}
