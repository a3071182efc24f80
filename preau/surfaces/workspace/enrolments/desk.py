"""What the desk does for a family, by the very verbs that the family uses."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.foundation.lifecycle import NotNow
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.errors import Refused
from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.permissions import ENROLMENTS
from preau.offer.enrolment.previewing import Preview, preview
from preau.offer.enrolment.taking import enrol, refuse, release
from preau.offer.enrolment.wording import tell
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child, Guardian, Household
from preau.people.households.permissions import FAMILIES
from preau.people.households.rights import RIGHTS, Act
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.enrolments.doors import the_place, the_unit
from preau.surfaces.workspace.enrolments.forms import DeskForm, RefusalForm

FOUND = 12
SHORTEST = 2
"""Letters of a name to search for: one finds the whole town."""


@require_http_methods(["GET", "HEAD", "POST"])
def unit_addition(request: HttpRequest, pk: int) -> HttpResponse:
    """Find the child, read what the family would read, register."""
    unit = the_unit(request, pk)
    require(request, ENROLMENTS, "enter")
    child = _child(request)
    if child is None:
        return _search(request, unit)
    adults, homes = _adults(child), _homes(child)
    form = DeskForm(
        request.POST if request.method == "POST" else None,
        [(str(each.key), str(each)) for each in adults],
        [(str(each.key), each.address or _("adresse non dite")) for each in homes],
    )
    reasons: list[object] = []
    if request.method == "POST" and form.is_valid():
        try:
            place = enrol(
                unit=unit,
                child=child,
                household=next(each for each in homes if str(each.key) == form.cleaned_data["home"]),
                asked_by=next(each for each in adults if str(each.key) == form.cleaned_data["asked_by"]),
                channel=Channel(form.cleaned_data["channel"]),
                hand=hand(request),
            )
        except Refused as refused:
            reasons = [tell(each, unit) for each in refused.reasons]
        else:
            confirmed = place.state == EnrolmentState.CONFIRMED
            messages.success(request, _("La place est confirmée.") if confirmed else _("Le rang d’attente est pris."))
            return redirect("workspace:unit", unit.pk)
    seen = _seen(request, unit, child, adults, homes)
    told = reasons or ([tell(each, unit) for each in seen.misfits] if seen else [])
    context = {"unit": unit, "child": child, "form": form, "seen": seen, "reasons": told, "is_refused": bool(reasons)}
    status = 422 if reasons or form.errors else 200
    return render(request, "workspace/enrolments/addition.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def place_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a place back, when a family asks for it."""
    place = the_place(request, pk, "release")
    if request.method == "POST":
        try:
            release(place, hand=hand(request))
        except NotNow:
            messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
        else:
            messages.success(request, _("La place est rendue. Elle est proposée à l’enfant suivant."))
        return redirect("workspace:unit", place.unit_id)
    return render(request, "workspace/enrolments/return.html", {"place": place, "unit": place.unit})


@require_http_methods(["GET", "HEAD", "POST"])
def place_refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends a place for one of the published reasons: the family reads it, with what it can do."""
    place = the_place(request, pk, "refuse")
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            refuse(place, reason=form.cleaned_data["reason"], hand=hand(request))
        except NotNow:
            messages.warning(request, _("Cette place a changé entre-temps : rien n’a été fait."))
        else:
            messages.success(request, _("C’est fait. Les responsables de l’enfant reçoivent le motif."))
        return redirect("workspace:unit", place.unit_id)
    context = {"place": place, "unit": place.unit, "form": form}
    return render(request, "workspace/enrolments/refusal.html", context, status=422 if form.errors else 200)


def _child(request: HttpRequest) -> Child | None:
    wanted = request.POST.get("enfant") or request.GET.get("enfant")
    if not wanted:
        return None
    try:
        key = UUID(wanted)
    except ValueError:
        raise Http404 from None
    child = (
        FAMILIES.rows(actor(request), "act_for", Child.objects.filter(erased_on__isnull=True)).filter(key=key).first()
    )
    if child is None:
        raise Http404
    return child


def _search(request: HttpRequest, unit: BookingUnit) -> HttpResponse:
    words = request.GET.get("nom", "").replace("\x00", "").split()[:4]
    found: list[Child] = []
    if sum(map(len, words)) >= SHORTEST:
        rows = FAMILIES.rows(actor(request), "act_for", Child.objects.filter(erased_on__isnull=True))
        for word in words:
            rows = rows.filter(Q(last_name__icontains=word) | Q(first_name__icontains=word))
        found = list(rows.order_by("last_name", "first_name")[:FOUND])
    context = {"unit": unit, "found": found, "words": " ".join(words)}
    return render(request, "workspace/enrolments/search.html", context)


def _adults(child: Child) -> list[Adult]:
    links = Guardian.objects.on(timezone.localdate()).filter(child=child, rights__in=RIGHTS[Act.REGISTER])
    return [each.adult for each in links.select_related("adult") if each.adult.erased_on is None]


def _homes(child: Child) -> list[Household]:
    there = Household.objects.filter(residences__child=child, residences__until_on__isnull=True)
    return list(there.order_by("-residences__is_main").distinct())


def _seen(
    request: HttpRequest, unit: BookingUnit, child: Child, adults: list[Adult], homes: list[Household]
) -> Preview | None:
    if not adults or not homes:
        return None
    return preview(unit, Request(child, homes[0], adults[0], Channel.COUNTER, hand(request)))
