"""Imports one after the other, and one of them: what it would do, is doing, or did."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.surfaces.shell.request import actor, load, require
from preau.surfaces.shell.tables import send_table
from preau.surfaces.workspace.opendata.forms import ConfirmForm
from preau.surfaces.workspace.opendata.pages import RunPage, lines_of
from preau.town.opendata.models import REFUSALS_KEPT, ImportRun
from preau.town.opendata.permissions import IMPORT_RUNS

_PER_PAGE = 30
_REFUSED_PER_PAGE = 50


def all_runs() -> QuerySet[ImportRun]:
    return ImportRun.objects.select_related("commune", "by", "undone_by")


@require_safe
def run_list(request: HttpRequest) -> HttpResponse:
    require(request, IMPORT_RUNS, "read")
    page = Paginator(IMPORT_RUNS.rows(actor(request), "read", all_runs()), _PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": lines_of(page.object_list)}
    return render(request, "workspace/opendata/runs.html", context)


@require_safe
def run_page(request: HttpRequest, pk: int) -> HttpResponse:
    run = load(request, IMPORT_RUNS, "read", all_runs(), pk=pk)
    return show_run(request, run)


def show_run(request: HttpRequest, run: ImportRun, form: ConfirmForm | None = None) -> HttpResponse:
    """The page by itself, or for a page that looks again: only how far the work is, then all of it once it ends."""
    shown = RunPage(run)
    if getattr(request, "htmx", None):
        answer = render(request, "workspace/opendata/run.html#work", {"shown": shown, "run": run})
        if not shown.is_at_work:
            answer.headers["HX-Refresh"] = "true"
        return answer
    context: dict[str, Any] = {
        "shown": shown,
        "run": run,
        "form": form or ConfirmForm(must_accept=shown.must_accept),
        "page": Paginator(run.refusals.all(), _REFUSED_PER_PAGE).get_page(request.GET.get("page")),
        "kept": REFUSALS_KEPT,
        "may_import": IMPORT_RUNS.may(actor(request), "import"),
        "may_undo": IMPORT_RUNS.may(actor(request), "undo"),
    }
    return render(request, "workspace/opendata/run.html", context, status=422 if form else 200)


@require_safe
def refused_lines(request: HttpRequest, pk: int) -> HttpResponse:
    """A table to be worked through beside the file: semicolons, UTF-8 with its mark."""
    run = load(request, IMPORT_RUNS, "read", all_runs(), pk=pk)
    lines = run.refusals.all().iterator()
    rows = ([each.line, each.column, each.value, each.reason] for each in lines)
    return send_table(f"lignes-refusees-{run.pk}", [_("ligne"), _("colonne"), _("valeur"), _("raison")], rows)
