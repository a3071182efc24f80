"""The kinds of official file: what is known from each, and the form that sends one."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from preau.offer.kinds import SOURCES
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.opendata.forms import FileForm
from preau.surfaces.workspace.opendata.kinds import kind_or_404
from preau.surfaces.workspace.opendata.pages import Line, lines_of, outlook_of_shelves
from preau.surfaces.workspace.opendata.work import look_soon
from preau.town.opendata.desk import receive
from preau.town.opendata.models import ImportRun
from preau.town.opendata.permissions import IMPORT_RUNS
from preau.town.opendata.queries import shelves

_LATEST = 8


@require_safe
def opendata(request: HttpRequest) -> HttpResponse:
    require(request, IMPORT_RUNS, "read")
    commune = _commune()
    kept = shelves(commune, SOURCES)
    context = {
        "summary": outlook_of_shelves(kept),
        "filled": [shelf for shelf in kept if shelf.last or shelf.present or shelf.gone],
        "waiting": [shelf for shelf in kept if not (shelf.last or shelf.present or shelf.gone)],
        "lines": _lines(commune),
        "more": ImportRun.objects.filter(commune=commune).count() > _LATEST,
    }
    return render(request, "workspace/opendata/shelf.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def opendata_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """What is known from this kind of file, and the form that sends another."""
    require(request, IMPORT_RUNS, "import" if request.method == "POST" else "read")
    commune, source = _commune(), kind_or_404(kind)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*sent, source=source, commune=commune)
    if form.is_bound and form.is_valid():
        document = form.cleaned_data["document"]
        run = receive(document, source=source, commune=commune, options=form.options, hand=hand(request))
        look_soon(run)
        return redirect("workspace:opendata_run", run.pk)
    context = {
        "source": source,
        "shelf": shelves(commune, [source])[0],
        "form": form,
        "limit": settings.UPLOAD_LIMIT // 1_000_000,
        "lines": _lines(commune, source.name),
    }
    return render(request, "workspace/opendata/kind.html", context, status=422 if form.errors else 200)


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def _lines(commune: Commune, source: str = "") -> list[Line]:
    runs = ImportRun.objects.filter(commune=commune).select_related("commune", "by")
    return lines_of((runs.filter(source=source) if source else runs)[:_LATEST])
