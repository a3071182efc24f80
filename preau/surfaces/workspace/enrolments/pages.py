"""What stands where: the groups and their seats, the names of one of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from preau.foundation.tables.french import guarded
from preau.offer.activities.enums import Public
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.known import units
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.permissions import ENROLMENTS, UNITS
from preau.offer.enrolment.queries import counted, live_in
from preau.offer.enrolment.telling import to_do
from preau.people.permissions import Actor
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.enrolments.doors import the_unit


@require_safe
def units_page(request: HttpRequest) -> HttpResponse:
    require(request, UNITS, "read")
    who, today = actor(request), timezone.localdate()
    mine = UNITS.rows(who, "read", counted(units())).filter(ends_on__gte=today)
    rows = list(mine.order_by("activity__title", "starts_on", "slot__weekday", "label", "pk"))
    context = {
        "units": rows,
        "places": sum(each.capacity for each in rows),
        "taken": sum(each.taken for each in rows),
        "waiting": Enrolment.objects.filter(unit__in=[each.pk for each in rows], state=EnrolmentState.WAITING).count(),
        "messages_to_do": to_do().count() if ENROLMENTS.may(who, "enter") else 0,
        "openable": _openable(who, rows),
        "tells": ENROLMENTS.may(who, "enter"),
    }
    return render(request, "workspace/enrolments/units.html", context)


@require_safe
def unit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The organiser reads the names of its own groups; who steers reads the numbers."""
    unit, who = the_unit(request, pk), actor(request)
    reads = ENROLMENTS.may(who, "read")
    rows = list(ENROLMENTS.rows(who, "read", live_in(unit)))
    context = {
        "unit": unit,
        "reads": reads,
        "seated": [each for each in rows if each.state != EnrolmentState.WAITING],
        "waiting": [each for each in rows if each.state == EnrolmentState.WAITING],
        "queue": unit.enrolments.filter(state=EnrolmentState.WAITING).count(),
        "may_edit": UNITS.may(who, "edit", unit),
        "may_enter": ENROLMENTS.may(who, "enter"),
        "is_over": unit.ends_on < timezone.localdate(),
    }
    return render(request, "workspace/enrolments/unit.html", context)


@require_safe
def unit_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Names, ages and ranks: what the organiser needs on the day, and nothing of the family's file."""
    unit, who = the_unit(request, pk), actor(request)
    require(request, ENROLMENTS, "read")
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="inscrits-{slugify(unit.activity.title)}-{unit.pk}.csv"'
    write = csv.writer(response, delimiter=";")
    write.writerow([_("Nom"), _("Prénom"), _("Âge"), _("Situation"), _("Rang d’attente"), _("Demande du")])
    write.writerows(_lines(ENROLMENTS.rows(who, "read", live_in(unit))))
    return response


def _lines(rows: Iterable[Enrolment]) -> Iterator[list[str]]:
    today, rank = timezone.localdate(), 0
    for each in rows:
        child, waits = each.child, each.state == EnrolmentState.WAITING
        rank += waits
        age, day = str(child.age_on(today)), timezone.localdate(each.asked_at).isoformat()
        facts = [child.last_name, child.first_name, age, str(each.get_state_display()), str(rank) if waits else "", day]
        yield [guarded(fact) for fact in facts]


def _openable(who: Actor, rows: list[BookingUnit]) -> list[Activity]:
    """Entries that the town registers for, and that have no group open yet."""
    if not UNITS.may(who, "edit"):
        return []
    there = {each.activity_id for each in rows}
    shown = Activity.objects.shown().filter(booking="town", ends_on__gte=timezone.localdate()).exclude(pk__in=there)
    mine = shown if ENROLMENTS.may(who, "enter") else ACTIVITIES.rows(who, "edit", shown)
    found = mine.select_related("organisation").order_by("title", "pk")
    return [each for each in found if {Public.CHILD, Public.YOUNG} & set(each.audiences)]
