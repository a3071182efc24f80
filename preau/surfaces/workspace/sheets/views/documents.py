"""Files joined to a sheet: whoever may read the sheet may read them."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.people.files.errors import FileRefused
from preau.plan.sheets.errors import SheetClosed
from preau.plan.sheets.lines import add_document, remove_document
from preau.plan.sheets.models import ActionSheet, SheetDocument
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.sheets.forms.lines import DocumentForm
from preau.surfaces.workspace.sheets.views.door import back, the_sheet
from preau.surfaces.workspace.sheets.views.lines import closed
from preau.surfaces.workspace.sheets.views.page import draw


@require_POST
def sheet_document_new(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = the_sheet(request, pk, "edit")
    form = DocumentForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            add_document(
                sheet, sent.read(settings.UPLOAD_LIMIT + 1), sent.name, form.cleaned_data["label"], hand=hand(request)
            )
        except FileRefused as refused:
            form.add_error("file", str(refused))
        except SheetClosed:
            return draw(request, sheet, problem=closed(), status=422)
        else:
            messages.success(request, _("Le document est joint à la fiche."))
            return back(sheet, "documents")
    return draw(request, sheet, document_form=form, status=422)


@require_GET
def sheet_document(request: HttpRequest, pk: int, document: int) -> HttpResponseBase:
    return send_file(_document(the_sheet(request, pk), document).file)


@require_POST
def sheet_document_removal(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    sheet = the_sheet(request, pk, "edit")
    found = _document(sheet, document)
    try:
        remove_document(found, hand=hand(request))
    except SheetClosed:
        return draw(request, sheet, problem=closed(), status=422)
    messages.success(request, _("« %(name)s » est retiré de la fiche.") % {"name": found.label})
    return back(sheet, "documents")


def _document(sheet: ActionSheet, pk: int) -> SheetDocument:
    found = sheet.documents.select_related("file").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.sheet = sheet
    return found
