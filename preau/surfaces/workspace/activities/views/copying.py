"""Last year's programme taken up again: tick, look, open as drafts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from preau.foundation.schoolyears import school_year_of, year_name
from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.publishing.copying import copy_to_next_year
from preau.offer.publishing.errors import AlreadyCopied
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.activities.views.bulk import ticked
from preau.surfaces.workspace.activities.views.door import town
from preau.surfaces.workspace.activities.words import when

_WORTH_IT = (EntryState.PUBLISHED, EntryState.STALE, EntryState.WITHDRAWN)


@require_http_methods(["GET", "HEAD", "POST"])
def activity_copies(request: HttpRequest) -> HttpResponse:
    """The entries of a year (``?annee=2026``), ticked beforehand, but for those that have their copy."""
    require(request, ACTIVITIES, "copy")
    year = _year(request)
    if request.method == "POST":
        entries = ticked(request, request.POST.getlist("fiche"), "copy")
        if not entries:
            return _draw(request, year, _("Cochez au moins une activité à reprendre."), status=422)
        try:
            done = copy_to_next_year(entries, hand=hand(request))
        except AlreadyCopied:
            return _draw(request, year, _("Ces activités ont déjà été reprises."), status=422)
        made = len(done.made)
        said = ngettext("%(number)d brouillon est ouvert", "%(number)d brouillons sont ouverts", made)
        following = _("pour %(year)s. Relisez les dates et les tarifs, puis proposez.") % {"year": year_name(year + 1)}
        messages.success(request, f"{said % {'number': made}} {following}")
        address = reverse("workspace:activities")
        return HttpResponseRedirect(f"{address}?annee={year + 1}&etat=brouillons")
    return _draw(request, year)


def _draw(request: HttpRequest, year: int, problem: str = "", status: int = 200) -> HttpResponse:
    mine = ACTIVITIES.rows(actor(request), "copy", Activity.objects.filter(commune=town(), school_year=year))
    found = mine.filter(state__in=_WORTH_IT).select_related("organisation").prefetch_related("slots", "copies")
    sent = set(request.POST.getlist("fiche"))
    rows = []
    for activity in found.order_by("organisation__name", "title"):
        copy = next((each for each in activity.copies.all() if each.school_year == year + 1), None)
        is_ticked = activity.slug in sent if request.method == "POST" else activity.state != EntryState.WITHDRAWN
        rows.append((activity, [when(slot) for slot in activity.slots.all()], copy, is_ticked))
    context = {
        "rows": rows,
        "year": year,
        "year_name": year_name(year),
        "following": year_name(year + 1),
        "left": sum(copy is None for _activity, _slots, copy, _ticked in rows),
        "problem": problem,
    }
    return render(request, "workspace/activities/copies.html", context, status=status)


def _year(request: HttpRequest) -> int:
    asked = request.POST.get("annee") or request.GET.get("annee") or ""
    return int(asked) if asked.isdecimal() and len(asked) == 4 else school_year_of(timezone.localdate())
