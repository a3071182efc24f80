"""Papers: the queue of those to check, and what is shown or given at the counter."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.offer.enrolment.papers import first_days
from preau.people.counter.enums import Procedure
from preau.people.files.errors import FileRefused
from preau.people.households.documents import accept_document, give_document, refuse_document, usual_term
from preau.people.households.enums import DocumentKind, DocumentState, FilePart
from preau.people.households.errors import Judged
from preau.people.households.helping import children_of, homes_of_adult
from preau.people.households.models import Adult, Child, SupportingDocument
from preau.people.households.permissions import FAMILIES
from preau.people.households.readings import read_file
from preau.people.households.rights import Act
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.families.acting import done, helped_here
from preau.surfaces.workspace.families.doors import opened
from preau.surfaces.workspace.families.forms.acts import PaperAcceptanceForm, PaperForm, PaperRefusalForm
from preau.surfaces.workspace.uploads import SCANS, keep_upload

_MOST = 50


@require_GET
def family_papers(request: HttpRequest) -> HttpResponse:
    """Before the first day first, then the oldest, by whichever door the paper came."""
    require(request, FAMILIES, "check")
    waiting, today = list(_papers().filter(state=DocumentState.SENT).order_by("given_at", "pk")), timezone.localdate()
    due = first_days(waiting, today)
    waiting.sort(key=lambda paper: due.get(paper.pk, date.max))
    shown = [(paper, due.get(paper.pk)) for paper in waiting[:_MOST]]
    context = {"papers": shown, "count": len(waiting), "most": _MOST, "today": today}
    return render(request, "workspace/families/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def family_paper(request: HttpRequest, key: UUID) -> HttpResponse:
    """Good until a day, or given back with its reason."""
    paper = load(request, FAMILIES, "read", _papers(), key=key)
    today = timezone.localdate()
    with recording_readings():
        _read(request, paper)
    is_refusal = "refus" in request.POST
    yes = PaperAcceptanceForm(
        request.POST if request.method == "POST" and not is_refusal else None,
        today=today,
        initial={"valid_until": usual_term(paper.kind, today)},
    )
    no = PaperRefusalForm(request.POST if is_refusal else None)
    if request.method == "POST":
        try:
            if is_refusal and no.is_valid():
                refuse_document(paper, reason=no.sentence, hand=hand(request))
                messages.success(request, _("La pièce est rendue : la famille lit pourquoi."))
                return redirect("workspace:family_papers")
            if not is_refusal and yes.is_valid():
                accept_document(paper, valid_until=yes.cleaned_data["valid_until"], hand=hand(request))
                messages.success(request, _("La pièce est acceptée."))
                return redirect("workspace:family_papers")
        except Judged:
            messages.error(request, _("Quelqu’un a répondu pour cette pièce pendant que vous la regardiez."))
            return redirect("workspace:family_papers")
    context = {"paper": paper, "yes": yes, "no": no, "is_refusal": is_refusal}
    status = 422 if yes.errors or no.errors else 200
    return render(request, "workspace/families/paper.html", context, status=status)


@require_GET
def family_paper_file(request: HttpRequest, key: UUID) -> HttpResponseBase:
    paper = load(request, FAMILIES, "read", _papers(), key=key)
    if paper.file is None:
        raise Http404
    with recording_readings():
        _read(request, paper)
    return send_file(paper.file)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_paper_new(request: HttpRequest, adult: Adult) -> HttpResponse:
    """Seen at the counter, a paper is good at once: nothing more is asked, and no copy is needed."""
    today = timezone.localdate()
    form = PaperForm(
        request.POST or None,
        request.FILES or None,
        homes=list(homes_of_adult(adult, today)),
        children=list(children_of(adult, Act.EDIT, today)),
    )
    if request.method == "POST" and form.is_valid():
        try:
            file = keep_upload(form, "document", hand=hand(request), kinds=SCANS)
        except FileRefused:
            pass
        else:
            owner, kind = form.owners[form.cleaned_data["owner"]], DocumentKind(form.cleaned_data["kind"])
            given = give_document(kind, owner=owner, file=file, hand=hand(request))
            accept_document(given, valid_until=form.cleaned_data["valid_until"], hand=hand(request))
            child = owner if isinstance(owner, Child) else None
            line = _("Pièce vue et acceptée : %(kind)s.") % {"kind": kind.label}
            done(request, helped_here(request, adult), Procedure.DOCUMENT, [line], child=child)
            return redirect("workspace:family", adult.key)
    context = {
        "adult": adult,
        "form": form,
        "title": _("Une pièce est montrée"),
        "lead": _("Vous la voyez, elle est acceptée : la famille ne la redonnera pas avant sa fin."),
        "button": _("Vue et acceptée"),
        "has_file": True,
    }
    return render(request, "workspace/families/form.html", context, status=422 if form.errors else 200)


def _papers() -> QuerySet[SupportingDocument]:
    return SupportingDocument.objects.select_related("household", "child", "file", "given_by").prefetch_related(
        "household__members__adult", "household__residences__child", "child__guardians__adult"
    )


def _read(request: HttpRequest, paper: SupportingDocument) -> None:
    children = [paper.child] if paper.child else []
    if paper.household is not None:
        children = [each.child for each in paper.household.residences.all() if each.until_on is None]  # type: ignore[attr-defined]
    for child in children:
        read_file(child, part=FilePart.DOCUMENTS, who=actor(request), hand=hand(request))
