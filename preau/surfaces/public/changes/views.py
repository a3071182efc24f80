from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.evaluation.models import Evaluation
from preau.observatory.evaluation.reading import last_published
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.public.changes.page import ChangesPage
from preau.surfaces.shell.evaluation import told


@login_not_required
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The last evaluation that was published: of the plan on display, or of the one that it follows."""
    plan = TerritorialEducationPlan.objects.on_display()
    evaluation = _published(plan)
    if evaluation is None:
        return render(request, "public/changes/empty.html", {"plan": plan})
    page = ChangesPage(told(evaluation, timezone.localdate()))
    return render(request, "public/changes/changes.html", {"page": page, "plan": plan})


def _published(plan: TerritorialEducationPlan | None) -> Evaluation | None:
    if plan is None:
        return None
    return last_published(plan) or (last_published(plan.follows) if plan.follows else None)
