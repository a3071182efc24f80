"""The list of sheets, on the screen and as a spreadsheet."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.plan.sheets.permissions import SHEETS
from preau.plan.sheets.tables import write_csv
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.plan.views.plan import current_plan, of_plan, the_plan
from preau.surfaces.workspace.sheets.listing import SheetList

PER_PAGE = 25


@require_GET
def sheet_list(request: HttpRequest) -> HttpResponse:
    plan = current_plan(request)
    if plan is None:
        return render(request, "workspace/plan_empty.html", {"may_import": False})
    who = actor(request)
    listed = SheetList(plan, who, timezone.localdate(), request.GET)
    page = Paginator(listed.chosen, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "of_plan": of_plan(request, plan),
        "listed": listed,
        "page": page,
        "sheets": listed.sheets(list(page.object_list)),
        "may_create": SHEETS.may(who, "create"),
    }
    return render(request, "workspace/sheets/list.html", context)


@require_GET
def sheet_table(request: HttpRequest) -> HttpResponse:
    """The same sheets, under the same filters, for a spreadsheet program."""
    listed = SheetList(the_plan(request), actor(request), timezone.localdate(), request.GET)
    response = HttpResponse(write_csv(listed.sheets(listed.chosen)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="fiches-action.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
