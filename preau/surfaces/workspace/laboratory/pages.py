"""Studies one after the other, and one of them: under way, stopped, or found, with its four charts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.offer.laboratory.enums import StudyState
from preau.offer.laboratory.findings import read
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.permissions import STUDIES
from preau.offer.laboratory.sheet import write_pdf
from preau.offer.laboratory.standing import standing_of
from preau.offer.laboratory.studying import silent_sentence
from preau.offer.laboratory.table import write_csv
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.laboratory.charts import Charts
from preau.surfaces.workspace.laboratory.doors import the_study

MOST = 100


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    require(request, STUDIES, "read")
    rows = RuleStudy.objects.filter(commune=Commune.objects.current()).select_related("campaign").defer("document")
    context = {"studies": rows[:MOST], "may_make": STUDIES.may(actor(request), "make")}
    return render(request, "workspace/laboratory/studies.html", context)


@require_safe
def study(request: HttpRequest, pk: int) -> HttpResponse:
    """The page by itself; for a page that looks again, only how far the work is, then all of it once it ends."""
    found, now = the_study(request, pk), timezone.now()
    is_silent = found.is_silent(now)
    is_at_work = found.is_at_work and not is_silent
    context = {
        "study": found,
        "charts": Charts(read(found.document)) if found.document and not is_at_work else None,
        "is_at_work": is_at_work,
        "standing": standing_of(found, now=now),
        "stopped": silent_sentence() if is_silent else found.error,
        "may_make": STUDIES.may(actor(request), "make"),
        "may_go_again": is_silent or found.state in (StudyState.FAILED, StudyState.CANCELLED),
    }
    if getattr(request, "htmx", None):
        answer = render(request, "workspace/laboratory/study.html#work", context)
        if not context["is_at_work"]:
            answer.headers["HX-Refresh"] = "true"
        return answer
    return render(request, "workspace/laboratory/study.html", context)


@require_safe
def study_table(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(write_csv(read(_done(request, pk).document)), "text/csv; charset=utf-8", f"etude-{pk}.csv")


@require_safe
def study_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One A4 page for the council: a tagged PDF."""
    return _file(write_pdf(_done(request, pk)), "application/pdf", f"etude-{pk}.pdf")


def _done(request: HttpRequest, pk: int) -> RuleStudy:
    found = the_study(request, pk)
    if not found.document or found.is_at_work:
        raise Http404(_("Cette étude n’est pas terminée."))
    return found


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
