"""A published evaluation does not change: each of its files is made once a day at most."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.permissions import EVALUATIONS
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.shell.reports import SUPPORTS, Support, report_for, sent
from preau.surfaces.shell.request import actor

_A_DAY = 24 * 3600


@login_not_required
@require_safe
def report_document(request: HttpRequest, year: int, name: str) -> FileResponse:
    support = SUPPORTS.get(name)
    if support is None:
        raise Http404
    evaluation = _published(request, year)
    return sent(_made(evaluation, support), support, evaluation)


def _published(request: HttpRequest, year: int) -> Evaluation:
    """Of the plan on display, or of the one that it follows."""
    plan = TerritorialEducationPlan.objects.on_display()
    if plan is None:
        raise Http404
    rows = Evaluation.objects.filter(plan__in=[plan.pk, plan.follows_id], school_year=year)
    open_to_all = EVALUATIONS.rows(actor(request), "read_published", rows.select_related("plan__commune"))
    found = sorted(open_to_all, key=lambda each: each.plan_id != plan.pk)
    if not found:
        raise Http404
    return found[0]


def _made(evaluation: Evaluation, support: Support) -> bytes:
    today = timezone.localdate()
    key = f"report:{evaluation.pk}:{evaluation.published_at:%Y%m%d%H%M%S}:{today:%Y%m%d}:{support.name}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = support.write(report_for(evaluation, today))
        cache.set(key, kept, _A_DAY)
    return kept
