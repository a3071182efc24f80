"""The school year of the town for a parent: next holidays first; and what telephones subscribe to."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.foundation.schoolyears import year_name
from preau.offer.activities.calendars import sessions_feed
from preau.offer.activities.ical import calendar_feed
from preau.offer.activities.models import Activity
from preau.people.organisations.models import Commune
from preau.surfaces.public.calendars.feed import town_entries
from preau.surfaces.public.calendars.serving import feed_response, stamp, subscription
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.calendar.year import date_list, months, next_holidays, years
from preau.town.places.models import Site


@login_not_required
@require_safe
def calendar_page(request: HttpRequest) -> HttpResponse:
    commune = _commune()
    today, calendar = timezone.localdate(), public_calendar(commune)
    known = years(calendar, today)
    asked = request.GET.get("annee", "")
    current = calendar.year_of(today)
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in known else current
    coming = next_holidays(calendar, today)
    feed = reverse("public:holidays_feed")
    context = {
        "commune": commune,
        "year": year,
        "year_name": year_name(year),
        "others": [(each, year_name(each)) for each in known if each != year],
        "is_current": year == current,
        "today": today,
        "coming": coming,
        "days_left": (coming.first_day - today).days if coming else 0,
        "closures": [each for each in calendar.closures if each.last_day >= today],
        "months": months(calendar, year, today),
        "dates": date_list(calendar, year, today),
        "has_holidays": bool(calendar.holidays),
        "feed": request.build_absolute_uri(feed),
        "subscription": subscription(request, feed),
    }
    return render(request, "public/calendars/calendar.html", context)


@login_not_required
@require_safe
def holidays_feed(request: HttpRequest) -> HttpResponse:
    commune = _commune()
    calendar = public_calendar(commune)
    page = request.build_absolute_uri(reverse("public:calendar"))
    title = _("Vacances et fermetures, %(town)s") % {"town": commune.name}
    entries = town_entries(calendar, years(calendar, timezone.localdate()), insee_code=commune.insee_code, url=page)
    feed = calendar_feed(title, entries, url=page, now=stamp(), zone=calendar.zone)
    return feed_response(request, feed, "vacances.ics")


@login_not_required
@require_safe
def activity_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """The sessions of one activity that families may see."""
    shown = Activity.objects.shown().select_related("commune", "site")
    activity = get_object_or_404(shown, commune=_commune(), slug=slug)
    page = request.build_absolute_uri(f"/activites/{activity.slug}/")
    feed = sessions_feed(activity.title, [activity], url=page, address_of=lambda _activity: page, now=stamp())
    return feed_response(request, feed, f"{activity.slug}.ics")


def public_calendar(commune: Commune) -> SchoolCalendar:
    """Without the closures of places that the town does not show."""
    calendar = calendar_of(commune)
    hidden = set(Site.objects.filter(commune=commune, is_public=False).values_list("pk", flat=True))
    return replace(calendar, closures=tuple(each for each in calendar.closures if each.site not in hidden))


def _commune() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune
