"""The hours of a site: which week holds since when, and the form where the coordination decides it."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.text.numbers import whole
from preau.offer.activities.sessions import refresh_from
from preau.people.accounts.hand import Hand
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.sites.forms.sites import HoursLines, WeekForm, lines_form
from preau.surfaces.workspace.sites.views.sites import the_site
from preau.town.calendar.actions import change_week, open_week, remove_week
from preau.town.calendar.enums import WeekSeason
from preau.town.calendar.errors import DatesTaken, WeekChanged
from preau.town.calendar.models import WeekPattern
from preau.town.calendar.moments import season_on
from preau.town.calendar.permissions import WEEKS
from preau.town.calendar.queries import as_week, calendar_of
from preau.town.calendar.rules import lines_of
from preau.town.places.models import Site

BLANK_LINES = 3


@require_GET
def hours_page(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_site(request, slug)
    today = timezone.localdate()
    weeks = [(pattern, as_week(pattern)) for pattern in site.week_patterns.prefetch_related("hours")]
    now = season_on(calendar_of(site.commune), today)
    listed = [
        (pattern, lines_of(week.hours), week.holds_on(today) and week.season == now, week.season)
        for pattern, week in weeks
    ]
    context = {
        "site": site,
        "weeks": [each for each in listed if each[3] == WeekSeason.SCHOOL],
        "holiday_weeks": [each for each in listed if each[3] == WeekSeason.HOLIDAYS],
        "may_edit": WEEKS.may(actor(request), "edit"),
    }
    return render(request, "workspace/hours.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def week_addition(request: HttpRequest, slug: str) -> HttpResponse:
    """A new week starts from the hours of the last one of its season: most of them stay."""
    site = _decided_site(request, slug)
    season = _season(request)
    last = site.week_patterns.filter(season=season).prefetch_related("hours").first()
    form = WeekForm(request.POST or None, pattern=last, is_new=True, season=season)
    lines = _lines(request, last)
    if request.method == "POST" and "plus" not in request.POST and _both_valid(form, lines):
        acts, ends = hand(request), form.cleaned_data["ends_previous"]
        decided_by = form.cleaned_data["decided_by"]
        try:
            with transaction.atomic():
                week = form.week(lines.hours)
                open_week(site, week, decided_by=decided_by, by=acts.by, now=acts.now, ends_previous=ends)
                _follow(site, acts)
        except DatesTaken as taken:
            form.add_error("valid_from", dates_taken(taken.other))
        else:
            messages.success(request, _("Les horaires sont enregistrés."))
            return redirect("workspace:hours", site.slug)
    return _form(request, site, form, lines, None)


@require_http_methods(["GET", "HEAD", "POST"])
def week_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = _decided_site(request, slug)
    pattern = _pattern(request, site, pk)
    form = WeekForm(request.POST or None, pattern=pattern, is_new=False)
    lines = _lines(request, pattern)
    current = None
    if request.method == "POST" and "plus" not in request.POST and _both_valid(form, lines):
        acts, kept = hand(request), form.cleaned_data
        try:
            with transaction.atomic():
                change_week(
                    pattern,
                    form.week(lines.hours),
                    decided_by=kept["decided_by"],
                    seen_version=kept["seen_version"],
                    by=acts.by,
                    now=acts.now,
                )
                _follow(site, acts)
        except DatesTaken as taken:
            form.add_error("valid_from", dates_taken(taken.other))
        except WeekChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("Les horaires sont enregistrés."))
            return redirect("workspace:hours", site.slug)
    return _form(request, site, form, lines, pattern, current)


@require_POST
def week_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = _decided_site(request, slug)
    pattern, acts = _pattern(request, site, pk), hand(request)
    with transaction.atomic():
        remove_week(pattern, by=acts.by, now=acts.now)
        _follow(site, acts)
    messages.success(request, _("Cette semaine est retirée. Le journal garde ce qu’elle disait."))
    return redirect("workspace:hours", site.slug)


def dates_taken(other: WeekPattern) -> str:
    facts = {"name": other.name, "start": long_date(other.valid_from), "end": long_date(other.valid_to)}
    if other.valid_to is None:
        return _("La semaine « %(name)s » vaut déjà à partir du %(start)s. Terminez-la d’abord.") % facts
    return _("La semaine « %(name)s » vaut déjà du %(start)s au %(end)s. Changez ces dates.") % facts


def _decided_site(request: HttpRequest, slug: str) -> Site:
    """A site whose weeks the person decides: 404 for one that is not there, before 403."""
    site = the_site(request, slug)
    require(request, WEEKS, "edit")
    return site


def _season(request: HttpRequest) -> WeekSeason:
    """What was typed, else what the address asks for."""
    asked = request.POST.get("season") or request.GET.get("saison")
    return WeekSeason.HOLIDAYS if asked == WeekSeason.HOLIDAYS else WeekSeason.SCHOOL


def _follow(site: Site, acts: Hand) -> None:
    """The moments of the week in which the sessions of the site fall may have changed."""
    refresh_from(site.commune, timezone.localdate(acts.now), hand=acts, sites=[site.pk])


def _pattern(request: HttpRequest, site: Site, pk: int) -> WeekPattern:
    return load(request, WEEKS, "edit", site.week_patterns.select_related("site"), pk=pk)


def _lines(request: HttpRequest, pattern: WeekPattern | None) -> HoursLines:
    """``plus`` asks for more empty lines and keeps what was typed."""
    if request.method != "POST":
        return lines_form(pattern=pattern, blank=BLANK_LINES)
    data = request.POST.copy()
    if "plus" in data:
        total = data.get("lignes-TOTAL_FORMS", "")
        data["lignes-TOTAL_FORMS"] = str(min(whole(total), 37) + BLANK_LINES)
    return lines_form(data, pattern=pattern)


def _both_valid(form: WeekForm, lines: HoursLines) -> bool:
    """Both are checked, so that everything to mend is told at once."""
    return all([form.is_valid(), lines.is_valid()])


def _form(
    request: HttpRequest,
    site: Site,
    form: WeekForm,
    lines: HoursLines,
    pattern: WeekPattern | None,
    current: WeekPattern | None = None,
) -> HttpResponse:
    asked_more = "plus" in request.POST
    context = {
        "site": site,
        "form": form,
        "lines": lines,
        "pattern": pattern,
        "current": current,
        "is_checked": request.method == "POST" and not asked_more,
    }
    return render(request, "workspace/hours_edit.html", context, status=422 if context["is_checked"] else 200)
