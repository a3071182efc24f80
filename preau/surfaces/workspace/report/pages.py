from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.surfaces.shell.reports import SUPPORTS, report_for, sent, supports_of
from preau.surfaces.workspace.evaluation.doors import the_evaluation


@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """All of it on screen: what the files say, figure for figure."""
    evaluation = the_evaluation(request, pk)
    context = {
        "evaluation": evaluation,
        "report": report_for(evaluation, timezone.localdate()),
        "supports": supports_of(evaluation),
    }
    return render(request, "workspace/report/report.html", context)


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> FileResponse:
    evaluation = the_evaluation(request, pk)
    support = SUPPORTS.get(name)
    if support is None or support not in supports_of(evaluation):
        raise Http404
    return sent(support.write(report_for(evaluation, timezone.localdate())), support, evaluation)
