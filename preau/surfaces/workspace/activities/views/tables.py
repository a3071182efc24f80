"""The catalogue out and in as a spreadsheet: what would come of a table is looked at before it is kept."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.tables import UnreadableTable
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.publishing.columns import COLUMNS
from preau.offer.publishing.intake import Outcome
from preau.offer.publishing.models import EntryTable
from preau.offer.publishing.sending import keep, let_go, look_at
from preau.offer.publishing.tables import write_csv, write_xlsx
from preau.people.files.enums import FileKind
from preau.people.files.errors import FileRefused
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.activities.history import fact_names
from preau.surfaces.workspace.activities.listing import EntryList
from preau.surfaces.workspace.activities.views.door import town
from preau.surfaces.workspace.uploads import keep_upload

_KINDS = (FileKind.XLSX, FileKind.ODS, FileKind.CSV, FileKind.TEXT)
_FORMATS = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (write_xlsx, FileKind.XLSX.media_type),
}


class TableForm(forms.Form):
    table = forms.FileField(
        label=gettext_lazy("Tableau"),
        help_text=gettext_lazy("Excel, LibreOffice ou CSV, avec les colonnes du tableau téléchargé."),
        error_messages={"required": gettext_lazy("Choisissez un fichier.")},
    )


@require_GET
def activity_table(request: HttpRequest, form: str) -> HttpResponse:
    """The entries of the list, under the same filters. ``?vide=1``: the headings alone."""
    require(request, ACTIVITIES, "follow")
    if form not in _FORMATS:
        raise Http404
    write, media_type = _FORMATS[form]
    listed = EntryList(town(), actor(request), request.GET)
    entries = listed.entries.select_related("adaptation") if not request.GET.get("vide") else listed.entries.none()
    response = HttpResponse(write(entries), content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="activites.{form}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def activity_table_sending(request: HttpRequest) -> HttpResponse:
    require(request, ACTIVITIES, "create")
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TableForm(*sent)
    if request.method == "POST" and form.is_valid() and (table := _looked_at(request, form)):
        return HttpResponseRedirect(reverse("workspace:activity_table_look", args=[table.pk]))
    context = {"form": form, "columns": COLUMNS}
    return render(request, "workspace/activities/table.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def activity_table_look(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be created, changed, left and refused. POST keeps it, or lets go of the table (``oublier``)."""
    require(request, ACTIVITIES, "create")
    who = actor(request)
    table = EntryTable.objects.filter(pk=pk, sent_by=who.user).select_related("file").first()
    if table is None:
        raise Http404
    if request.method == "POST":
        if "oublier" in request.POST:
            let_go(table, hand=hand(request))
            messages.info(request, _("Le tableau est oublié : rien n’a changé."))
        else:
            try:
                messages.success(request, _said(keep(table, who, hand=hand(request))))
            except EntryTable.DoesNotExist as gone:  # kept by the same person in another tab, a moment ago
                raise Http404 from gone
        return HttpResponseRedirect(reverse("workspace:activities"))
    rows = [(line, fact_names(line["facts"])) for line in table.outcome["lines"]]
    context = {"table": table, "counts": table.outcome["counts"], "notes": table.outcome["notes"], "rows": rows}
    return render(request, "workspace/activities/table_look.html", context)


def _looked_at(request: HttpRequest, form: TableForm) -> EntryTable | None:
    """None once the sentence that says why stands at the field."""
    by = hand(request)
    try:
        stored = keep_upload(form, "table", hand=by, kinds=_KINDS)
        return look_at(town(), stored, actor(request), hand=by) if stored else None
    except FileRefused:
        return None
    except UnreadableTable as unreadable:
        form.add_error("table", str(unreadable))
        return None


def _said(outcome: Outcome) -> str:
    told = outcome.counts
    return _("%(created)d fiches créées, %(changed)d modifiées, %(unchanged)d inchangées, %(refused)d refusées.") % told
