"""What a date and an hour are at a place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.surfaces.workspace.calendar.forms import MomentForm
from preau.town.calendar.queries import moment_at
from preau.town.calendar.wording import moment_words

from .year import open_sites, the_commune


@require_GET
def moment_page(request: HttpRequest) -> HttpResponse:
    commune = the_commune(request)
    sites = open_sites(commune)
    if "lieu" not in request.GET:
        first = {"jour": timezone.localdate(), "heure": timezone.localtime().time()}
        return render(request, "workspace/calendar/moment.html", {"form": MomentForm(sites=sites, initial=first)})
    form = MomentForm(request.GET, sites=sites)
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        site = form.cleaned_data["lieu"]
        moment = moment_at(site, form.at)
        context |= {"site": site, "moment": moment, "words": moment_words(moment)}
    return render(request, "workspace/calendar/moment.html", context)
