"""The sites of the town: the list, one of them, what the coordination says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from preau.people.organisations.models import Commune, Organisation
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.sites.forms.sites import SiteForm
from preau.town.addresses.geocoding import Certainty, locate
from preau.town.calendar.enums import WeekSeason
from preau.town.calendar.models import WeekPattern
from preau.town.places.actions import NameTaken, SiteChanged, SiteFacts, add_site, change_site
from preau.town.places.models import Site
from preau.town.places.permissions import SITES


def sites() -> QuerySet[Site]:
    return Site.objects.select_related("school", "care", "commune")


def the_site(request: HttpRequest, slug: str, action: str = "read") -> Site:
    """403 for whoever has no business with sites at all, 404 for a site that is not there."""
    require(request, SITES, "read")
    return load(request, SITES, action, sites(), slug=slug)


@require_GET
def site_list(request: HttpRequest) -> HttpResponse:
    require(request, SITES, "read")
    today = timezone.localdate()
    listed = SITES.rows(actor(request), "read", sites()).prefetch_related("week_patterns")
    rows = [(site, pattern_on(site, today)) for site in listed]
    return render(request, "workspace/sites.html", {"rows": rows, "may_edit": SITES.may(actor(request), "edit")})


def pattern_on(site: Site, day: date) -> WeekPattern | None:
    """The week of class. Reads the patterns that were fetched with the site: no query of its own."""
    patterns = [each for each in site.week_patterns.all() if each.season == WeekSeason.SCHOOL]
    return next((each for each in patterns if each.valid_from <= day and (each.valid_to or day) >= day), None)


@require_http_methods(["GET", "HEAD", "POST"])
def site_addition(request: HttpRequest) -> HttpResponse:
    require(request, SITES, "edit")
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    form = SiteForm(request.POST or None, organisations=_organisations(), buildings=_buildings())
    if request.method == "POST" and form.is_valid():
        acts = hand(request)
        try:
            site = add_site(commune, _placed(commune, form.facts), by=acts.by, now=acts.now)
        except NameTaken:
            form.add_error("name", name_taken())
        else:
            messages.success(request, _("Le lieu est ajouté. Dites maintenant ses horaires."))
            return redirect("workspace:site", site.slug)
    return _form(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def site_edit(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_site(request, slug, "edit")
    form = SiteForm(request.POST or None, organisations=_organisations(), buildings=_buildings(), site=site)
    current = None
    if request.method == "POST" and form.is_valid():
        acts = hand(request)
        try:
            change_site(
                site,
                _placed(site.commune, form.facts),
                seen_version=form.cleaned_data["seen_version"],
                by=acts.by,
                now=acts.now,
            )
        except NameTaken:
            form.add_error("name", name_taken())
        except SiteChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("Le lieu est corrigé."))
            return redirect("workspace:site", site.slug)
    return _form(request, form, site, current)


def _placed(commune: Commune, facts: SiteFacts) -> SiteFacts:
    """Without a point, the register of addresses gives it when it is sure; otherwise the place waits for one."""
    if facts.lon is not None or not facts.address:
        return facts
    found = locate(commune, facts.address)
    return replace(facts, lon=found.lon, lat=found.lat) if found.certainty == Certainty.SURE else facts


def name_taken() -> str:
    return _("Un autre lieu porte déjà ce nom.")


def _form(request: HttpRequest, form: SiteForm, site: Site | None, current: Site | None = None) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "site": site, "current": current}
    return render(request, "workspace/site_edit.html", context, status=status)


def _organisations() -> list[Organisation]:
    return list(Organisation.objects.order_by("name"))


def _buildings() -> list[Site]:
    """Places that are no rooms themselves."""
    return list(Site.objects.filter(part_of__isnull=True).order_by("name"))
