from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.people.households.doors import children_for
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My family: each child, and what awaits an answer."""
    person = guardian(request)
    children = children_for(person, Act.READ, timezone.localdate())
    return render(request, "portal/home.html", {"children": children})
