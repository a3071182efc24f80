"""One entry: where it stands, as families will see it, what happened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.offer.activities.models import Activity
from preau.offer.activities.ratios import staffing_of
from preau.surfaces.workspace.activities.views.door import shown, the_entry


@require_GET
def activity_page(request: HttpRequest, slug: str) -> HttpResponse:
    return draw(request, the_entry(request, slug))


def draw(request: HttpRequest, activity: Activity, *, problem: str = "", status: int = 200) -> HttpResponse:
    """The page, with the sentence of what was refused."""
    context = {
        "activity": activity,
        "page": shown(request, activity),
        "problem": problem,
        "staffing": staffing_of(activity, timezone.localdate()),
    }
    return render(request, "workspace/activities/page.html", context, status=status)
