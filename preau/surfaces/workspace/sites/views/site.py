"""One site: what waits between its two sides, what its week lacks, its hours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from preau.foundation.schoolyears import school_year_of
from preau.plan.articulation.planned import monday_of, site_week
from preau.plan.articulation.queries import crossings_of, pairs, standings
from preau.surfaces.shell.request import actor
from preau.surfaces.workspace.sites.views.pairs import pair_standing
from preau.surfaces.workspace.sites.views.sites import the_site
from preau.surfaces.workspace.sites.views.week import standing
from preau.town.calendar.moments import season_on
from preau.town.calendar.queries import calendar_of, weeks_of
from preau.town.calendar.rules import lines_of, week_on
from preau.town.places.permissions import SITES


@require_GET
def site_page(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_site(request, slug)
    today = timezone.localdate()
    calendar = calendar_of(site.commune)
    week = week_on(weeks_of(site), today, season_on(calendar, today))
    pair = pairs().filter(site=site, school_year=school_year_of(today)).first()
    sides = standings(pair) if pair else {}
    context = {
        "site": site,
        "week": week,
        "lines": lines_of(week.hours) if week else [],
        "pair_standing": pair_standing(pair, sides, crossings_of(pair, today, sides)) if pair else "",
        "week_standing": standing(site_week(site, monday_of(today), calendar=calendar)),
        "may_edit": SITES.may(actor(request), "edit", site),
    }
    return render(request, "workspace/site.html", context)
