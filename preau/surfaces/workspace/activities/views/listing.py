"""An organisation's own entries; the queue of the town."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from preau.offer.activities.permissions import ACTIVITIES
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.activities.listing import EntryList
from preau.surfaces.workspace.activities.views.door import town
from preau.surfaces.workspace.activities.words import when

PER_PAGE = 30


@require_GET
def activity_list(request: HttpRequest) -> HttpResponse:
    require(request, ACTIVITIES, "follow")
    listed = EntryList(town(), actor(request), request.GET)
    page = Paginator(listed.entries, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(each, [when(slot) for slot in each.slots.all()]) for each in page.object_list]
    return render(request, "workspace/activities/list.html", {"listed": listed, "page": page, "rows": rows})
