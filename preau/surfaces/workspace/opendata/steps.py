"""What somebody does with an import: confirm it, abandon it, undo it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.opendata.forms import ConfirmForm
from preau.surfaces.workspace.opendata.kinds import kind_or_404
from preau.surfaces.workspace.opendata.pages import RunPage
from preau.surfaces.workspace.opendata.runs import all_runs, show_run
from preau.surfaces.workspace.opendata.work import carry_out_soon
from preau.town.opendata.desk import abandon, confirm
from preau.town.opendata.enums import ImportState
from preau.town.opendata.errors import ImportMoved, ImportRefused
from preau.town.opendata.permissions import IMPORT_RUNS
from preau.town.opendata.undoing import kept_sentence, undo_import


@require_POST
def run_confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    run = load(request, IMPORT_RUNS, "import", all_runs(), pk=pk)
    form = ConfirmForm(request.POST, must_accept=RunPage(run).must_accept)
    if not form.is_valid():
        return show_run(request, run, form)
    try:
        confirm(run, accept_gone=form.cleaned_data.get("accept_gone", False), hand=hand(request))
    except ImportMoved:
        return _moved(request, pk)
    carry_out_soon(run)
    run.refresh_from_db()
    if run.state == ImportState.DONE:
        messages.success(request, _("C’est fait. Cet import peut être annulé à tout moment."))
    return redirect("workspace:opendata_run", pk)


@require_POST
def run_abandon(request: HttpRequest, pk: int) -> HttpResponse:
    run = load(request, IMPORT_RUNS, "import", all_runs(), pk=pk)
    try:
        abandon(run, hand=hand(request))
    except ImportMoved:
        return _moved(request, pk)
    messages.success(request, _("Import abandonné : le fichier est supprimé, rien n’a été changé."))
    return redirect("workspace:opendata_kind", run.source)


@require_http_methods(["GET", "HEAD", "POST"])
def run_undoing(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what will happen; POST puts everything back."""
    run = load(request, IMPORT_RUNS, "undo", all_runs(), pk=pk)
    if request.method == "POST":
        try:
            undoing = undo_import(run, kind_or_404(run.source), hand=hand(request))
        except ImportRefused as refused:
            messages.warning(request, refused.sentence)
            return redirect("workspace:opendata_run", pk)
        messages.success(request, _("Import annulé : chaque fiche est comme avant."))
        if undoing.kept:
            messages.warning(request, kept_sentence(undoing.kept))
        return redirect("workspace:opendata_run", pk)
    shown = RunPage(run)
    if shown.undo_refusal is not None:
        return redirect("workspace:opendata_run", pk)
    return render(request, "workspace/opendata/undoing.html", {"shown": shown, "run": run})


def _moved(request: HttpRequest, pk: int) -> HttpResponse:
    messages.warning(request, _("Cet import a été confirmé ou abandonné entre-temps. Voici où il en est."))
    return redirect("workspace:opendata_run", pk)
