"""Documents that come in: the list, the form that sends one, the report of what was read."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.documents import UnreadableDocument
from preau.people.organisations.models import Commune
from preau.plan.importing.actions import receive
from preau.plan.importing.errors import NotAPlan
from preau.plan.importing.models import PlanImport
from preau.plan.importing.permissions import IMPORTS
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.imports.forms import RestoreCorrection, UploadForm
from preau.surfaces.workspace.imports.review.page import Place, Review
from preau.surfaces.workspace.imports.views.review import attempt_elsewhere, imports, owners_of

LEFTOVERS_PER_PAGE = 40


@require_http_methods(["GET", "HEAD", "POST"])
def import_list(request: HttpRequest) -> HttpResponse:
    require(request, IMPORTS, "start" if request.method == "POST" else "read")
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        received = _receive(request, form)
        if received is not None:
            return redirect("workspace:import", received.pk)
    listed = IMPORTS.rows(actor(request), "read", PlanImport.objects.select_related("by", "plan"))
    page = Paginator(listed.defer("draft_data", "first_draft_data", "source", "decisions"), 20).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "page": page,
        "may_start": IMPORTS.may(actor(request), "start"),
        "limit": settings.UPLOAD_LIMIT // 1_000_000,
    }
    return render(request, "workspace/imports.html", context, status=422 if form.errors else 200)


def _receive(request: HttpRequest, form: UploadForm) -> PlanImport | None:
    """The import, or None with a sentence at the field when the document cannot be taken in."""
    commune = Commune.objects.current()
    if commune is None:
        form.add_error("document", _("Aucune ville n’est encore enregistrée. Demandez à l’administration de la créer."))
        return None
    document = form.cleaned_data["document"]
    try:
        return receive(document.read(), document.name, commune=commune, hand=hand(request))
    except (UnreadableDocument, NotAPlan) as refusal:
        form.add_error("document", refusal.sentence)
        return None


@require_GET
def import_report(request: HttpRequest, pk: int) -> HttpResponse:
    found = load(request, IMPORTS, "read", imports().select_related("plan"), pk=pk)
    review = Review(found, Place())
    who = actor(request)
    context = {
        "plan_import": found,
        "review": review,
        "counts": review.counts,
        "draft": review.draft,
        "may_undo": IMPORTS.may(who, "undo"),
        "may_review": IMPORTS.may(who, "review"),
    }
    return render(request, "workspace/import_report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def import_leftovers(request: HttpRequest, pk: int) -> HttpResponse:
    """What the document says outside its tables: each part can be taken into the plan."""
    found = load(request, IMPORTS, "review" if request.method == "POST" else "read", imports(), pk=pk)
    review = Review(found, Place(), owners_of(found))
    rows = {row.id for row in review.rows}
    failed = RestoreCorrection(request.POST, rows=rows) if request.method == "POST" else None
    if failed is not None and failed.is_valid():
        answer = attempt_elsewhere(request, found, failed, reverse("workspace:import_leftovers", args=[pk]))
        if answer is not None:
            return answer
        found.refresh_from_db()
        review = Review(found, Place(), review.owners)
    page = Paginator(list(enumerate(review.draft.leftovers)), LEFTOVERS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "plan_import": found,
        "review": review,
        "page": page,
        "forms": [
            (index, leftover, _restore_form(found, review, index, failed)) for index, leftover in page.object_list
        ],
        "failed": failed,
        "may_review": found.is_in_review and IMPORTS.may(actor(request), "review"),
        "comments": review.said.comments.get("", []),
    }
    return render(request, "workspace/import_leftovers.html", context, status=422 if failed else 200)


def _restore_form(found: PlanImport, review: Review, index: int, failed: RestoreCorrection | None) -> RestoreCorrection:
    if failed is not None and failed.data.get("index") == str(index):
        failed.auto_id = f"id_{index}_%s"
        return failed
    first = review.rows[0].id if review.rows else ""
    initial = {"seen_version": found.version, "index": index, "row": first, "kind": "operational_objective"}
    return RestoreCorrection(initial=initial, rows=set(), auto_id=f"id_{index}_%s")
