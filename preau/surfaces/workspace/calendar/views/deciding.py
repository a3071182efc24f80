"""What the town decides about its year: its zone, and days against the official calendar. Sessions follow."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.activities.sessions import refresh_from
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.calendar.forms import LocalForm, ZoneForm
from preau.town.calendar.deciding import add_local_period, choose_zone, remove_local_period
from preau.town.calendar.errors import LocalDaysTaken
from preau.town.calendar.models import HolidayPeriod, LocalPeriod, ZoneTerm
from preau.town.calendar.permissions import CALENDAR
from preau.town.calendar.wording import dates_words

from .closures import followed_words
from .year import IMPORTS, the_commune


@require_http_methods(["GET", "HEAD", "POST"])
def zone_edit(request: HttpRequest) -> HttpResponse:
    commune = the_commune(request, "edit")
    zones, last = _zones(commune), ZoneTerm.objects.filter(commune=commune).first()
    initial = {"since": timezone.localdate(), "zone": last.zone if last else ""}
    form = ZoneForm(request.POST or None, zones=zones, initial=initial)
    if request.method == "POST" and form.is_valid():
        acts, since = hand(request), form.cleaned_data["since"]
        with transaction.atomic():
            choose_zone(commune, form.cleaned_data["zone"], since=since, hand=acts)
            moved = _follow(commune, since, acts)
        messages.success(request, _("La zone de vacances est enregistrée.") + followed_words(moved))
        return redirect("workspace:calendar")
    context = {"form": form, "zones": zones, "imports": IMPORTS}
    return render(request, "workspace/calendar/zone.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def local_addition(request: HttpRequest) -> HttpResponse:
    commune = the_commune(request, "edit")
    form = LocalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts, said = hand(request), form.said
        try:
            with transaction.atomic():
                add_local_period(commune, said, decided_by=form.cleaned_data["decided_by"], hand=acts)
                moved = _follow(commune, said.first_day, acts)
        except LocalDaysTaken as taken:
            facts = {"name": taken.other.name, "dates": dates_words(taken.other.first_day, taken.other.last_day)}
            form.add_error("first_day", _("« %(name)s » vaut déjà %(dates)s. Changez ces dates.") % facts)
        else:
            messages.success(request, _("Le calendrier de la ville est corrigé.") + followed_words(moved))
            return redirect("workspace:calendar")
    status = 422 if request.method == "POST" else 200
    return render(request, "workspace/calendar/local.html", {"form": form}, status=status)


@require_POST
def local_removal(request: HttpRequest, pk: int) -> HttpResponse:
    commune = the_commune(request)
    periods = LocalPeriod.objects.filter(commune=commune).select_related("commune")
    period = load(request, CALENDAR, "edit", periods, pk=pk)
    acts = hand(request)
    with transaction.atomic():
        remove_local_period(period, hand=acts)
        moved = _follow(commune, period.first_day, acts)
    messages.success(request, _("Ces jours suivent de nouveau le calendrier officiel.") + followed_words(moved))
    return redirect("workspace:calendar")


def _zones(commune: Commune) -> list[str]:
    """Those of the official calendar, and those that the town was in."""
    official = HolidayPeriod.objects.present().filter(commune=commune).values_list("zone", flat=True)
    own = ZoneTerm.objects.filter(commune=commune).values_list("zone", flat=True)
    return sorted({*official, *own})


def _follow(commune: Commune, since: date, acts: Hand) -> int:
    return refresh_from(commune, max(since, timezone.localdate(acts.now)), hand=acts).total
