"""One sheet: its page, its printed form, the remarks about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.plan.sheets.commenting import comment
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.pdf import write_pdf
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.sheets.forms.lines import DocumentForm
from preau.surfaces.workspace.sheets.forms.steps import CommentForm
from preau.surfaces.workspace.sheets.views.door import back, frame, shown, the_sheet


@require_GET
def sheet_page(request: HttpRequest, pk: int) -> HttpResponse:
    return draw(request, the_sheet(request, pk))


@require_GET
def sheet_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """PDF/UA, to be printed or voted on. No person's name but that of the contact."""
    sheet = the_sheet(request, pk)
    page = shown(request, sheet)
    response = HttpResponse(write_pdf(sheet, page.budget, timezone.localdate()), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="fiche-{sheet.code}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
def sheet_comment(request: HttpRequest, pk: int) -> HttpResponse:
    sheet = the_sheet(request, pk, "comment")
    form = CommentForm(request.POST)
    if not form.is_valid():
        return draw(request, sheet, comment_form=form, status=422)
    comment(sheet, form.cleaned_data["text"], hand=hand(request), organisation=_speaking_for(request, sheet))
    messages.success(request, _("Votre commentaire est ajouté."))
    return back(sheet, "commentaires")


def draw(
    request: HttpRequest,
    sheet: ActionSheet,
    *,
    problem: str = "",
    comment_form: CommentForm | None = None,
    document_form: DocumentForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with the sentence of what was refused and what was typed."""
    page = shown(request, sheet)
    context: dict[str, Any] = {
        **frame(request, sheet),
        "page": page,
        "problem": problem,
        "objectives": sheet.objectives.order_by("position", "pk"),
        "partners": sheet.partners.select_related("organisation"),
        "apps": sheet.apps.select_related("opinion_by"),
        "documents": sheet.documents.select_related("file", "added_by"),
        "comments": sheet.comments.select_related("by", "organisation"),
        "comment_form": comment_form or CommentForm(),
        "document_form": document_form or DocumentForm(),
    }
    return render(request, "workspace/sheets/page.html", context, status=status)


def _speaking_for(request: HttpRequest, sheet: ActionSheet) -> Organisation | None:
    """The side that the person is of; the coordination speaks for its own organisation."""
    who = actor(request)
    mine = who.parts.get(Role.CONTRIBUTOR, frozenset()) | who.parts.get(Role.PLAN_COORDINATOR, frozenset())
    for side in (sheet.owner, sheet.co_owner):
        if side is not None and side.pk in mine:
            return side
    return Organisation.objects.filter(pk__in=mine).order_by("pk").first()
