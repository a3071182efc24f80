"""The adopted plan, for anybody: who voted it, who has signed, and how to check that not a word has moved."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.cooperation.agreements.document import write_adopted_plan
from preau.cooperation.agreements.queries import signed_institutions
from preau.plan.adoption.models import CouncilResolution
from preau.plan.adoption.queries import last_adopted
from preau.plan.structure.models import TerritorialEducationPlan


@login_not_required
@require_safe
def adoption(request: HttpRequest) -> HttpResponse:
    resolution = _adopted()
    today = timezone.localdate()
    plan = resolution.plan
    context = {
        "resolution": resolution,
        "plan": plan,
        "is_on_display": TerritorialEducationPlan.objects.on_display() == plan,
        "has_ended": plan.ends_on is not None and plan.ends_on < today,
        "institutions": signed_institutions(plan),
        "is_intact": resolution.version.is_intact,
    }
    return render(request, "public/adoption.html", context)


@login_not_required
@require_safe
def adopted_text(request: HttpRequest) -> HttpResponse:
    """The bytes whose SHA-256 is the fingerprint."""
    return _file(request, "application/json", "json", _adopted(), lambda it: it.version.snapshot.canonical)


@login_not_required
@require_safe
def adopted_document(request: HttpRequest) -> HttpResponse:
    def pdf(resolution: CouncilResolution) -> bytes:
        town = resolution.plan.commune.name
        return write_adopted_plan(resolution.version, town=town, made_on=resolution.decided_on)

    return _file(request, "application/pdf", "pdf", _adopted(), pdf)


def _adopted() -> CouncilResolution:
    resolution = last_adopted()
    if resolution is None:
        raise Http404
    return resolution


def _file(
    request: HttpRequest,
    kind: str,
    ending: str,
    resolution: CouncilResolution,
    make: Callable[[CouncilResolution], bytes],
) -> HttpResponse:
    """The text is fixed: whoever has it already is told so before anything is made."""
    tag = f'"{resolution.version.fingerprint[:32]}-{ending}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(make(resolution), content_type=kind)
        response.headers["Content-Disposition"] = f'attachment; filename="projet-adopte.{ending}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
