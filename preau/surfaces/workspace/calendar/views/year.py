"""The school year on one page: what today is, the months, the dates, what the town decided."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from preau.foundation.schoolyears import year_name
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.calendar.forms import MomentForm
from preau.town.calendar.models import Closure, LocalPeriod, ZoneTerm
from preau.town.calendar.permissions import CALENDAR
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.year import date_list, months, next_holidays, years
from preau.town.places.models import Site

IMPORTS = "/atelier/donnees-ouvertes/"


def the_commune(request: HttpRequest, action: str = "read") -> Commune:
    """403 for whoever has no business with the calendar, 404 where there is no town yet."""
    require(request, CALENDAR, action)
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


@require_GET
def year_page(request: HttpRequest) -> HttpResponse:
    commune = the_commune(request)
    today = timezone.localdate()
    calendar = calendar_of(commune)
    known = years(calendar, today)
    year = chosen_year(request, known, calendar.year_of(today))
    coming = next_holidays(calendar, today)
    context = {
        "year": year,
        "year_name": year_name(year),
        "others": [(each, year_name(each)) for each in known if each != year],
        "today": today,
        "kind": calendar.kind_of(today),
        "today_words": calendar.shut(today) or calendar.holiday_name(today) or "",
        "coming": coming,
        "wait": wait_words(coming.first_day, today) if coming else "",
        "months": months(calendar, year, today),
        "dates": date_list(calendar, year, today),
        "closures": Closure.objects.filter(commune=commune, last_day__gte=today).select_related("site"),
        "locals": LocalPeriod.objects.filter(commune=commune, last_day__gte=today),
        "zones": ZoneTerm.objects.filter(commune=commune),
        "zone": calendar.zone_on(today),
        "has_holidays": bool(calendar.holidays),
        "may_edit": CALENDAR.may(actor(request), "edit"),
        "imports": IMPORTS,
        "form": MomentForm(sites=open_sites(commune), initial={"jour": today, "heure": timezone.localtime().time()}),
    }
    return render(request, "workspace/calendar/year.html", context)


def chosen_year(request: HttpRequest, known: list[int], current: int) -> int:
    """The year that the address names, when something is known of it."""
    asked = request.GET.get("annee", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in known else current


def wait_words(first_day: date, today: date) -> str:
    days = (first_day - today).days
    return ngettext("dans %(count)d jour", "dans %(count)d jours", days) % {"count": days} if days > 0 else ""


def open_sites(commune: Commune) -> list[Site]:
    return list(Site.objects.filter(commune=commune, closed_on__isnull=True))
