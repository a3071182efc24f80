"""The entries and their versions; one entry and what it has."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from preau.offer.activities.enums import EntryState
from preau.offer.versions.languages import kinds
from preau.offer.versions.permissions import VERSIONS
from preau.offer.versions.queries import versions_of
from preau.surfaces.shell.request import actor, require

from .door import entries, noun_of, the_entry
from .listing import listed

PER_PAGE = 40
_LIVING = (EntryState.DRAFT, EntryState.PROPOSED, EntryState.TO_CHANGE, EntryState.PUBLISHED, EntryState.STALE)


@require_GET
def language_list(request: HttpRequest) -> HttpResponse:
    require(request, VERSIONS, "read")
    living = entries().filter(state__in=_LIVING).prefetch_related("other_versions")
    told = listed(VERSIONS.rows(actor(request), "read", living), request.GET.get("voir", ""))
    page = Paginator(told.rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "workspace/languages/list.html", {"listed": told, "page": page})


@require_GET
def entry_versions(request: HttpRequest, slug: str) -> HttpResponse:
    entry = the_entry(request, slug)
    versions = versions_of(entry)
    have = {told.version.kind for told in versions}
    context = {
        "entry": entry,
        "versions": [(told, noun_of(told.version.kind)) for told in versions],
        "shown": versions,
        "missing": [(noun_of(kind), name) for kind, name in kinds() if kind not in have],
        "has_easy": any(told.version.is_easy_read for told in versions),
        "may_validate": VERSIONS.may(actor(request), "validate", entry),
    }
    return render(request, "workspace/languages/entry.html", context)
