from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.enrolment.enums import Mode
from preau.offer.enrolment.known import hours_to_answer, shown_unit
from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.queries import full_elsewhere, waiting_in
from preau.offer.enrolment.reasons import PUBLISHED, Effect
from preau.people.households.enums import DocumentKind
from preau.people.organisations.models import Commune


@require_safe
def unit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Room left, opening, what is asked: to read, no account is needed."""
    group = shown_unit(key)
    if group is None:
        raise Http404
    state = state_of(group)
    context = {
        "unit": group,
        "state": state,
        "waiting": waiting_in(group) if state == "full" else 0,
        "papers": [str(DocumentKind(each).label) for each in group.documents],
        "others": list(full_elsewhere(group)[:4]) if state == "full" else [],
        "hours": hours_to_answer(group.activity.commune_id, timezone.localdate()),
    }
    return render(request, "public/enrolments/unit.html", context)


def state_of(group: BookingUnit) -> str:
    """over, campaign, soon, closed, full or open."""
    now = timezone.now()
    if group.ends_on < timezone.localdate():
        return "over"
    if group.mode == Mode.CAMPAIGN:
        return "campaign"
    if group.opens_at is None or now < group.opens_at:
        return "soon"
    if group.closes_at is not None and now >= group.closes_at:
        return "closed"
    return "full" if group.room <= 0 else "open"


@require_safe
def reasons(request: HttpRequest) -> HttpResponse:
    """The closed list of what refuses a place, or makes a child wait."""
    town = Commune.objects.current()
    told = [(effect, [each for each in PUBLISHED.values() if each.effect == effect]) for effect in Effect]
    hours = hours_to_answer(town.pk, timezone.localdate()) if town else 48
    return render(request, "public/enrolments/reasons.html", {"told": told, "hours": hours})
