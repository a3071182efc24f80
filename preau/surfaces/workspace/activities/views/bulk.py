"""Many entries at once: ticked in the list, one change, looked at, then made for all or for none."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from preau.foundation.text.numbers import whole
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.publishing.bulk import BulkLine, BulkRefused, apply, preview
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.activities.forms.bulk import FORMS, WHAT
from preau.surfaces.workspace.activities.history import bulk_lines
from preau.surfaces.workspace.activities.views.door import town

MOST = 200
"""Entries of one change: what a person can look at."""


@require_http_methods(["GET", "HEAD", "POST"])
def activity_bulk(request: HttpRequest) -> HttpResponse:
    """GET chooses what changes; POST shows what would change, then makes it (``faire``)."""
    require(request, ACTIVITIES, "edit")
    sent = request.POST if request.method == "POST" else request.GET
    entries = ticked(request, sent.getlist("fiche"))
    if not entries:
        messages.warning(request, _("Cochez d’abord au moins une fiche."))
        return HttpResponseRedirect(reverse("workspace:activities"))
    what = sent.get("quoi", "")
    if what not in FORMS:
        return _draw(request, entries, "", None)
    form = FORMS[what](request.POST if request.method == "POST" else None, commune=town(), entries=entries)
    if request.method != "POST" or not form.is_valid():
        return _draw(request, entries, what, form, status=422 if form.errors else 200)
    if "faire" not in request.POST:
        return _draw(request, entries, what, form, preview(entries, form.bulk, hand=hand(request)))
    try:
        lines = apply(entries, form.bulk, seen_versions=_seen(request), hand=hand(request))
    except BulkRefused as refused:
        return _draw(request, entries, what, form, refused.lines, refused=True, status=422)
    changed = sum(line.changes for line in lines)
    said = ngettext("%(number)d fiche a changé.", "%(number)d fiches ont changé.", changed) % {"number": changed}
    messages.success(request, said)
    return HttpResponseRedirect(reverse("workspace:activities"))


def ticked(request: HttpRequest, slugs: list[str], action: str = "edit") -> list[Activity]:
    """Of those named, the ones that the person may touch: another's entry is as if it did not exist."""
    mine = ACTIVITIES.rows(actor(request), action, Activity.objects.filter(slug__in=slugs[:MOST], commune=town()))
    ready = mine.select_related("commune", "organisation", "site", "price_rule").prefetch_related("slots")
    return list(ready.order_by("title", "pk"))


def _draw(
    request: HttpRequest,
    entries: list[Activity],
    what: str,
    form: Any,
    lines: list[BulkLine] | None = None,
    *,
    refused: bool = False,
    status: int = 200,
) -> HttpResponse:
    told = bulk_lines(lines) if lines is not None else None
    context = {
        "entries": entries,
        "what": what,
        "choices": WHAT.items(),
        "label": WHAT.get(what, ""),
        "form": form,
        "lines": told,
        "refused": refused,
        "blocked": [line for line in lines or () if line.problem],
        "changing": sum(line.changes for line in lines or ()),
    }
    return render(request, "workspace/activities/bulk.html", context, status=status)


def _seen(request: HttpRequest) -> dict[int, int]:
    """The version of each entry that was on the screen: ``12:4``."""
    pairs = (each.partition(":") for each in request.POST.getlist("vue"))
    return {whole(key): whole(version) for key, _colon, version in pairs}
