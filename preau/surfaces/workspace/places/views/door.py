"""What all pages about a place for families share: which place, and whether the person may change it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from preau.surfaces.shell.request import load, require
from preau.town.places.models import Site
from preau.town.places.permissions import SITES


def places() -> QuerySet[Site]:
    return Site.objects.select_related("commune", "part_of").prefetch_related(
        "openings", "opening_changes", "answers", "records", "photos"
    )


def the_place(request: HttpRequest, slug: str, action: str = "edit") -> Site:
    """403 for whoever has no business with sites at all, 404 for a site that is not there."""
    require(request, SITES, "read")
    return load(request, SITES, action, places(), slug=slug)


def answer(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A form that comes back is 422."""
    return render(request, template, context, status=422 if request.method == "POST" else 200)
