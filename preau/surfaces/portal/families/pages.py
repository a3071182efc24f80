"""What is only looked at: a child's file, a home."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from preau.people.households.rights import Act
from preau.surfaces.portal.doors import load_child, load_home


@require_safe
def child(request: HttpRequest, key: UUID) -> HttpResponse:
    return render(request, "portal/families/child.html", {"child": load_child(request, key, Act.READ)})


@require_safe
def home_page(request: HttpRequest, key: UUID) -> HttpResponse:
    return render(request, "portal/families/home.html", {"home": load_home(request, key)})
