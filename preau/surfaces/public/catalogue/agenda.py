"""The agenda of the town: what is dated and announced elsewhere, day by day, and its calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from preau.offer.activities.ical import CalendarEntry, calendar_feed
from preau.offer.finding.agenda import Happening, coming
from preau.surfaces.public.calendars.serving import feed_response, stamp, subscription

from .views import the_town
from .wording import age_words, hour_words

SIZE = 40
_CHANGES = {
    "cancelled": gettext_lazy("annulé"),
    "postponed": gettext_lazy("reporté"),
    "rescheduled": gettext_lazy("nouvel horaire"),
    "moved_online": gettext_lazy("en ligne"),
    "full": gettext_lazy("complet"),
}
"""States of an event that whoever wants to come must know."""


@dataclass(frozen=True, slots=True)
class Line:
    happening: Happening
    hours: str
    where: str
    ages: str
    link: str
    change: str | Promise


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    lines: list[Line]


@login_not_required
@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    town = the_town()
    found = coming(town, now=timezone.localtime())
    page = Paginator(found, SIZE).get_page(request.GET.get("page"))
    days = groupby(page.object_list, key=lambda each: timezone.localtime(each.starts_at).date())
    feed = reverse("public:agenda_feed")
    context = {
        "commune": town,
        "page": page,
        "days": [Day(day, [_line(each) for each in those]) for day, those in days],
        "count": len(found),
        "feed": feed,
        "subscription": subscription(request, feed),
    }
    return render(request, "public/catalogue/agenda.html", context)


@login_not_required
@require_safe
def agenda_feed(request: HttpRequest) -> HttpResponse:
    town = the_town()
    page = request.build_absolute_uri(reverse("public:agenda"))
    entries = [_entry(each, town.insee_code, page) for each in coming(town, now=timezone.localtime())]
    title = _("Agenda de %(town)s") % {"town": town.name}
    return feed_response(request, calendar_feed(title, entries, url=page, now=stamp()), "agenda.ics")


def _line(happening: Happening) -> Line:
    event = happening.event
    start, end = timezone.localtime(happening.starts_at), timezone.localtime(happening.ends_at)
    same_day = start.date() == end.date()
    hours = f"{hour_words(start.time())}\u00a0–\u00a0{hour_words(end.time())}" if same_day else hour_words(start.time())
    asked = event.age_min is not None or event.age_max is not None
    return Line(
        happening,
        hours,
        ", ".join(each for each in (event.place_name, event.address) if each),
        age_words(event.age_min, event.age_max) if asked else "",
        event.link if event.link.startswith(("https://", "http://")) else "",
        _CHANGES.get(event.status, ""),
    )


def _entry(happening: Happening, insee_code: str, page: str) -> CalendarEntry:
    event = happening.event
    line = _line(happening)
    return CalendarEntry(
        uid=f"evenement-{event.pk}-{happening.starts_at:%Y%m%dT%H%M}.{insee_code}@preau",
        title=event.title,
        changed_at=None,
        starts_at=happening.starts_at,
        is_cancelled=event.status == "cancelled",
        ends_at=max(happening.ends_at, happening.starts_at),
        description="\n\n".join(each for each in (event.description, event.conditions, line.link) if each),
        location=line.where,
        lat=event.lat,
        lon=event.lon,
        url=line.link or page,
    )
