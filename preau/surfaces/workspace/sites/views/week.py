"""The week of a site: what a child does in each time band, what is missing, what comes twice."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.foundation.schoolyears import last_day, school_year_of
from preau.people.organisations.models import Organisation
from preau.plan.articulation.enums import FindingKind
from preau.plan.articulation.errors import EntryChanged
from preau.plan.articulation.models import WeekEntry
from preau.plan.articulation.permissions import WEEK
from preau.plan.articulation.planned import SiteWeek, monday_of, site_week
from preau.plan.articulation.planning import add_entry, change_entry, remove_entry
from preau.plan.articulation.week import Audience
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.permissions import SHEETS
from preau.surfaces.shell.request import actor, hand, load
from preau.surfaces.workspace.forms.fields import see_again
from preau.surfaces.workspace.sites.forms.week import EntryForm, facts_of, first_facts
from preau.surfaces.workspace.sites.views.sites import sites, the_site
from preau.surfaces.workspace.sites.weekgrid import holes_by_band, marks_of, week_grid
from preau.town.calendar.queries import calendar_of, weeks_of
from preau.town.calendar.wording import days_words, weekday_name
from preau.town.places.models import Site

FIRST, LAST = date(2000, 9, 1), date(2100, 8, 31)


@require_GET
def week_page(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_site(request, slug)
    monday = _monday(request)
    audience = _audience(request.GET.get("pour", ""))
    week = site_week(site, monday, audience=audience)
    context = {
        "site": site,
        "week": week,
        "grid": week_grid(week.days, week.entries),
        "standing": standing(week),
        "free": free_words(week),
        "marks": marks_of(week.findings),
        "holes": holes_by_band(week.findings),
        "others": [found for found in week.findings if found.kind != FindingKind.HOLE],
        "audience": audience,
        "choices": [(each, _code(each), each == audience) for each in week.audiences],
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "is_now": monday == monday_of(timezone.localdate()),
        "place": _place(request),
        "may_plan": WEEK.may(actor(request), "plan", site),
        "seen_sheets": _seen_sheets(request, week),
    }
    return render(request, "workspace/week.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def entry_addition(request: HttpRequest, slug: str) -> HttpResponse:
    site = _planned_site(request, slug)
    monday = _monday(request)
    asked = request.GET.get("fiche", "")
    sheets = _sheets(request, site)
    chosen = next((each for each in sheets if str(each.pk) == asked), None)
    ends_on = last_day(school_year_of(monday))
    form = _form(request, site, sheets, first_facts(monday, ends_on, chosen))
    if request.method == "POST" and form.is_valid():
        add_entry(site, form.facts, hand=hand(request))
        messages.success(request, _("C’est dans la semaine."))
        return _back(request, site)
    return _show(request, site, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def entry_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = _planned_site(request, slug)
    entry = _entry(site, pk)
    form = _form(request, site, _sheets(request, site, entry.sheet), facts_of(entry))
    changed = False
    if request.method == "POST" and form.is_valid():
        try:
            change_entry(entry, form.facts, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except EntryChanged as conflict:
            if conflict.current is None:
                raise Http404 from conflict
            changed = True
            entry = conflict.current
            see_again(form, entry.version)
        else:
            messages.success(request, _("La semaine est à jour."))
            return _back(request, site)
    return _show(request, site, form, entry, changed=changed)


@require_POST
def entry_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = _planned_site(request, slug)
    remove_entry(_entry(site, pk), hand=hand(request))
    messages.success(request, _("C’est retiré de la semaine. Le journal garde ce qui était prévu."))
    return _back(request, site)


def standing(week: SiteWeek) -> str:
    """The answer in a sentence: what is missing, what comes twice."""
    if not week.has_hours and week.holidays:
        return _("Ce lieu n’ouvre pas cette semaine : %(name)s.") % {"name": week.holidays[0].holiday}
    if not week.has_hours:
        return _("Ce lieu n’a pas d’horaires cette semaine.")
    count = Counter(found.kind for found in week.findings)
    said = [
        words % {"count": count[kind]}
        for kind, words in (
            (FindingKind.OVERLAP, _overlaps(count)),
            (FindingKind.HOLE, _holes(count)),
            (FindingKind.REPETITION, _repetitions(count)),
            (FindingKind.OUTSIDE, _outside(count)),
        )
        if count[kind]
    ]
    if not said:
        return _("Chaque temps a son activité, et rien ne se chevauche.")
    return f"{', '.join(said)}.".capitalize()


def free_words(week: SiteWeek) -> list[str]:
    """What holidays, bank holidays and closures change to the week, a sentence each."""
    names = {
        each.holiday: [one.day.weekday() for one in week.holidays if one.holiday == each.holiday]
        for each in week.holidays
    }
    said = [
        _("%(name)s, %(days)s : ce sont les horaires des vacances.") % {"name": name, "days": days_words(days)}
        for name, days in names.items()
    ]
    for each in week.shut:
        facts = {"day": weekday_name(each.day.weekday()).capitalize(), "reason": each.reason}
        facts["bands"] = ", ".join(str(hours.band.label) for hours in each.shut)
        words = _("%(day)s, fermé : %(reason)s.") if not each.hours else _("%(day)s, %(bands)s : fermé, %(reason)s.")
        said.append(words % facts)
    return said


def _overlaps(count: Counter[FindingKind]) -> str:
    return ngettext("%(count)d chevauchement", "%(count)d chevauchements", count[FindingKind.OVERLAP])


def _holes(count: Counter[FindingKind]) -> str:
    return ngettext("%(count)d trou", "%(count)d trous", count[FindingKind.HOLE])


def _repetitions(count: Counter[FindingKind]) -> str:
    return ngettext(
        "%(count)d thème qui revient souvent", "%(count)d thèmes qui reviennent souvent", count[FindingKind.REPETITION]
    )


def _outside(count: Counter[FindingKind]) -> str:
    return ngettext(
        "%(count)d activité hors des heures", "%(count)d activités hors des heures", count[FindingKind.OUTSIDE]
    )


def _monday(request: HttpRequest) -> date:
    """The Monday of the week that the address names, this week's when it names none that exists."""
    try:
        asked = date.fromisoformat(request.GET.get("semaine", ""))
    except ValueError:
        return monday_of(timezone.localdate())
    return monday_of(asked) if FIRST <= asked <= LAST else monday_of(timezone.localdate())


def _audience(text: str) -> Audience | None:
    """``6-8`` or ``6-8-Chorale``."""
    first, _dash, rest = text.partition("-")
    last, _dash, group = rest.partition("-")
    if not (first.isdecimal() and last.isdecimal()) or len(text) > 60:
        return None
    return Audience(int(first), int(last), group)


def _code(audience: Audience) -> str:
    return "-".join(filter(None, (str(audience.age_from), str(audience.age_to), audience.group)))


def _place(request: HttpRequest) -> str:
    """What an address must carry to come back to the same week and audience."""
    kept = {name: request.GET[name] for name in ("semaine", "pour") if request.GET.get(name)}
    return f"?{urlencode(kept)}" if kept else ""


def _back(request: HttpRequest, site: Site) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("workspace:week", args=[site.slug]) + _place(request))


def _planned_site(request: HttpRequest, slug: str) -> Site:
    site = the_site(request, slug)
    return load(request, WEEK, "plan", sites(), pk=site.pk)


def _entry(site: Site, pk: int) -> WeekEntry:
    entry = site.week_entries.select_related("sheet", "site", "lead").filter(pk=pk).first()
    if entry is None:
        raise Http404
    return entry


def _form(request: HttpRequest, site: Site, sheets: list[ActionSheet], initial: dict[str, object]) -> EntryForm:
    organisations = list(Organisation.objects.filter(commune=site.commune_id).order_by("name"))
    data = request.POST if request.method == "POST" else None
    return EntryForm(
        data,
        weeks=weeks_of(site),
        calendar=calendar_of(site.commune),
        organisations=organisations,
        sheets=sheets,
        initial=initial,
    )


def _show(
    request: HttpRequest, site: Site, form: EntryForm, entry: WeekEntry | None, *, changed: bool = False
) -> HttpResponse:
    context = {"site": site, "form": form, "entry": entry, "changed": changed, "place": _place(request)}
    return render(request, "workspace/week_entry.html", context, status=422 if request.method == "POST" else 200)


def _sheets(request: HttpRequest, site: Site, kept: ActionSheet | None = None) -> list[ActionSheet]:
    """Sheets of the site that the person may read and that still live, and the one that is chosen already."""
    listed = SHEETS.rows(actor(request), "read", ActionSheet.objects.live().filter(sites=site)).select_related("plan")
    found = list(listed.order_by("school_year", "number"))
    return found if kept is None or kept in found else [kept, *found]


def _seen_sheets(request: HttpRequest, week: SiteWeek) -> set[int]:
    """Sheets that the person may open, among those that the week names."""
    named = {each.pk for each in week.undated} | {each.sheet_id for each in week.entries if each.sheet_id}
    if not named:
        return set()
    rows = SHEETS.rows(actor(request), "read", ActionSheet.objects.filter(pk__in=named))
    return set(rows.values_list("pk", flat=True))
