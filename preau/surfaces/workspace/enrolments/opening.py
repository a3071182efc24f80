"""Opening groups to registration, several at once, and changing one."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from preau.offer.activities.enums import Rhythm
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.enrolment.errors import TooManyTaken, UnitChanged
from preau.offer.enrolment.labels import session_label, slot_label
from preau.offer.enrolment.opening import change_unit, open_units
from preau.offer.enrolment.permissions import ENROLMENTS, UNITS
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.enrolments.doors import the_unit
from preau.surfaces.workspace.enrolments.forms import OpeningForm, UnitForm
from preau.surfaces.workspace.forms.fields import see_again

MOST_DATES = 60


@require_http_methods(["GET", "HEAD", "POST"])
def unit_opening(request: HttpRequest, slug: str) -> HttpResponse:
    require(request, UNITS, "edit")
    activity = _activity(request, slug)
    choices = _choices(activity)
    initial = {"groups": [key for key, _label in choices], "capacity": activity.capacity or 12}
    form = OpeningForm(request.POST if request.method == "POST" else None, choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["groups"]
        slots = [each for each in activity.slots.all() if f"groupe-{each.pk}" in wanted]
        sessions = [each for each in activity.sessions.select_related("slot") if f"date-{each.pk}" in wanted]
        made = open_units(activity, form.facts, hand=hand(request), slots=slots, sessions=sessions)
        said = ngettext("%(n)d groupe est ouvert.", "%(n)d groupes sont ouverts.", len(made)) % {"n": len(made)}
        messages.success(request, said)
        return redirect("workspace:units")
    context = {"activity": activity, "form": form, "is_empty": not choices}
    return render(request, "workspace/enrolments/opening.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_edit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = the_unit(request, pk, "edit")
    form = UnitForm(request.POST if request.method == "POST" else None, initial=UnitForm.facts_of(unit))
    if request.method == "POST" and form.is_valid():
        try:
            change_unit(unit, form.facts, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except UnitChanged as changed:
            see_again(form, changed.current.version)
            form.add_error(None, _("Quelqu’un vient de changer ce groupe. Relisez, puis recommencez."))
        except TooManyTaken as held:
            form.add_error(
                "capacity",
                ngettext(
                    "%(n)d place est déjà prise : on ne peut pas descendre en dessous.",
                    "%(n)d places sont déjà prises : on ne peut pas descendre en dessous.",
                    held.taken,
                )
                % {"n": held.taken},
            )
        else:
            messages.success(request, _("C’est enregistré. Les places libres ont été proposées à ceux qui attendent."))
            return redirect("workspace:unit", unit.pk)
    context = {"unit": unit, "form": form}
    return render(request, "workspace/enrolments/edit.html", context, status=422 if form.errors else 200)


def _activity(request: HttpRequest, slug: str) -> Activity:
    """The desk opens any entry that families see, an organiser its own; another's does not exist."""
    who = actor(request)
    rows = Activity.objects.shown().select_related("organisation", "commune").prefetch_related("slots")
    mine = rows if ENROLMENTS.may(who, "enter") else ACTIVITIES.rows(who, "edit", rows)
    activity = mine.filter(slug=slug).first()
    if activity is None:
        raise Http404
    if not UNITS.may(who, "edit"):
        raise PermissionDenied
    return activity


def _choices(activity: Activity) -> list[tuple[str, str]]:
    """Groups for what comes back each week; dates for holidays and for what happens once."""
    taken = set(activity.units.filter(slot__isnull=False).values_list("slot", flat=True))
    weekly = [each for each in activity.slots.all() if each.rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY)]
    groups = [(f"groupe-{each.pk}", slot_label(each)) for each in weekly if each.pk not in taken]
    dates = (
        activity.sessions.filter(starts_at__gte=timezone.now(), is_cancelled=False, units__isnull=True)
        .exclude(slot__in=weekly)
        .select_related("slot")
        .order_by("starts_at")
    )
    return [*groups, *((f"date-{each.pk}", session_label(each)) for each in dates[:MOST_DATES])]
