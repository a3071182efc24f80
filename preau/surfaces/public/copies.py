"""The plan on display as a file to keep: what the page says, made once for each state of the text."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.plan.exchange.copies import PlanCopy, copy_of
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.queries import last_change
from preau.plan.versions.enums import VersionKind

from .views import on_display

_A_DAY = 24 * 3600


@login_not_required
@require_safe
def plan_pdf(request: HttpRequest) -> FileResponse:
    copy = _copy(on_display())
    answer = FileResponse(BytesIO(copy.data), as_attachment=True, filename=copy.name, content_type=copy.media_type)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _copy(plan: TerritorialEducationPlan) -> PlanCopy:
    """Kept until the text changes: typesetting is the dearest thing that a visitor can ask for."""
    changed_at = last_change(plan) or plan.created_at
    key = f"plan-pdf:{plan.pk}:{changed_at:%Y%m%d%H%M%S%f}:{plan.is_adopted}"
    kept: PlanCopy | None = cache.get(key)
    if kept is None:
        adopted = plan.versions.filter(kind=VersionKind.ADOPTED).first()
        kept = copy_of(plan, "pdf", today=timezone.localdate(changed_at), version=adopted)
        cache.set(key, kept, _A_DAY)
    return kept
