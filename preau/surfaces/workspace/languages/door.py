"""How a page reaches an entry and one of its versions."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from preau.offer.activities.models import Activity
from preau.offer.versions.languages import BY_CODE, EASY_READ
from preau.offer.versions.models import EntryVersion
from preau.offer.versions.permissions import VERSIONS
from preau.surfaces.shell.request import load, require

EASY_NOUN = "facile"
"""How an address calls easy French; languages keep their code."""


def entries() -> QuerySet[Activity]:
    return Activity.objects.select_related("organisation", "commune")


def the_entry(request: HttpRequest, slug: str, action: str = "read") -> Activity:
    """403 for whoever has no business with versions, 404 for the entry of another association."""
    require(request, VERSIONS, "read")
    return load(request, VERSIONS, action, entries(), slug=slug)


def kind_of(noun: str) -> str:
    """Raises Http404 for a language that the town does not have."""
    if noun == EASY_NOUN:
        return EASY_READ
    if noun not in BY_CODE:
        raise Http404
    return noun


def noun_of(kind: str) -> str:
    return EASY_NOUN if kind == EASY_READ else kind


def the_version(entry: Activity, noun: str) -> EntryVersion:
    version = entry.other_versions.filter(kind=kind_of(noun)).first()
    if version is None:
        raise Http404
    version.activity = entry
    return version
