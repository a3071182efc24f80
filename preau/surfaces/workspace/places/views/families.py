"""What families read of a place, and the door to correct each part of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.places.forms import AccessForm, PracticalForm
from preau.surfaces.workspace.places.views.door import answer, the_place
from preau.town.calendar.queries import calendar_of
from preau.town.places.access import QUESTIONS, Need, sentences
from preau.town.places.actions import SiteChanged, describe_site
from preau.town.places.answers import access_of, write_answers
from preau.town.places.hours import timetable_of
from preau.town.places.permissions import SITES
from preau.town.places.registers import corrected_at, difference_label, differences
from preau.town.places.wording import standing_words
from preau.town.spaces.queries import door_of


@require_GET
def site_families(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug, "read")
    now, today = timezone.now(), timezone.localdate()
    access = access_of(site)
    context = {
        "site": site,
        "door": standing_words(door_of(site, now, calendar_of(site.commune)), today),
        "timetable": timetable_of(site),
        "changes": [each for each in site.opening_changes.all() if each.last_day >= today],
        "sentences": sentences(access.values),
        "access": access,
        "photos": site.photos.all(),
        "lines": [
            (line, corrected_at(line), [(each, difference_label(each.name)) for each in differences(site, line)])
            for line in site.records.all()
        ],
        "may_edit": SITES.may(actor(request), "edit", site),
        "is_shown": site.is_public and not (site.closed_on and site.closed_on <= today),
    }
    return render(request, "workspace/places/families.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def site_practical(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug)
    form = PracticalForm(request.POST or None, site=site)
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            describe_site(site, form.told, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except SiteChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("C’est enregistré : les familles le lisent déjà."))
            return redirect("workspace:site_families", site.slug)
    return answer(request, "workspace/places/practical.html", {"site": site, "form": form, "current": current})


@require_http_methods(["GET", "HEAD", "POST"])
def site_access(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug)
    form = AccessForm(request.POST or None, site=site, today=timezone.localdate())
    current = None
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            write_answers(
                site, form.answers, told_on=kept["told_on"], seen_version=kept["seen_version"], hand=hand(request)
            )
        except SiteChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("L’accès est décrit : les familles le lisent déjà."))
            return redirect("workspace:site_families", site.slug)
    official = access_of(site)
    needs = [
        (need, [(form[each.name], official.answers.get(each.name)) for each in QUESTIONS if each.need == need])
        for need in Need
    ]
    return answer(
        request, "workspace/places/access.html", {"site": site, "form": form, "needs": needs, "current": current}
    )
