"""From a group to a place: choose the child, read everything on one page, confirm."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.prepared import prepared
from preau.offer.enrolment.errors import Refused
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.previewing import preview
from preau.offer.enrolment.rules import Misfit
from preau.offer.enrolment.taking import claim, enrol
from preau.offer.enrolment.wording import tell
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.doors import children_for
from preau.people.households.enums import DocumentKind
from preau.people.households.models import Child, Household, Residence
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child
from preau.surfaces.portal.enrolments.doors import homes_for, load_unit, request_of


@require_safe
def choice(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Which child; straight on when there is one."""
    children = list(children_for(guardian(request), Act.REGISTER, timezone.localdate()))
    group = load_unit(unit)
    if len(children) == 1:
        return redirect("portal:enrolment", group.key, children[0].key)
    return render(request, "portal/enrolments/choice.html", {"unit": group, "children": children})


@require_http_methods(["GET", "HEAD", "POST"])
def enrolment(request: HttpRequest, unit: UUID, child: UUID) -> HttpResponse:
    """Everything on one page, then one gesture. Sent twice, it leads to the same place.

    On the day when everybody comes, the gesture is one call: the door is asked only when the verb refuses.
    """
    if request.method == "POST" and (place := _at_once(request, unit, child)) is not None:
        return redirect("portal:place", place.key)
    one, group = load_child(request, child, Act.REGISTER), load_unit(unit)
    homes = homes_for(request, one)
    home = _chosen(request, homes)
    if request.method != "POST" or home is None:
        return _page(request, group, one, homes, home)
    asked = request_of(request, one, home)
    try:
        place = enrol(
            unit=group,
            child=one,
            household=home,
            asked_by=asked.asked_by,
            channel=asked.channel,
            hand=asked.hand,
        )
    except Refused as refusal:
        if refusal.known is not None:
            messages.info(request, _("Cette demande était déjà faite : la voici."))
            return redirect("portal:place", refusal.known.key)
        return _page(request, group, one, homes, home, refusal.reasons)
    return redirect("portal:place", place.key)


def _at_once(request: HttpRequest, unit: UUID, child: UUID) -> Enrolment | None:
    """None where something refuses: the ordinary way then says what, to whom may know it."""
    try:
        home = UUID(request.POST["home"]) if request.POST.get("home") else None
        return claim(unit, child=child, home=home, hand=Hand(cast(User, request.user), timezone.now()))
    except (Refused, ValueError, BookingUnit.DoesNotExist):
        return None


def _chosen(request: HttpRequest, homes: list[Household]) -> Household | None:
    wanted = request.POST.get("home") or request.GET.get("foyer")
    return next((each for each in homes if str(each.key) == wanted), homes[0] if homes else None)


@prepared
def _lasting(*, child: Child) -> QuerySet[Residence, int]:
    """Homes of the child that are not over, whoever lives there."""
    return Residence.objects.filter(child=child, until_on__isnull=True).order_by().values_list("pk", flat=True)


def _page(
    request: HttpRequest,
    unit: BookingUnit,
    child: Child,
    homes: list[Household],
    home: Household | None,
    refused: list[Misfit] | None = None,
) -> HttpResponse:
    context = {"unit": unit, "child": child, "homes": homes, "home": home, "seen": None, "reasons": [], "notes": []}
    context["has_other_home"] = len(_lasting(child=child)) > len(homes)
    if home is not None:
        seen = preview(unit, request_of(request, child, home))
        if seen.known is not None and refused is None:
            return redirect("portal:place", seen.known.key)
        told = [tell(each, unit) for each in (refused or seen.misfits)]
        stops = refused is not None or seen.would is None
        context |= {"seen": seen, "reasons": told if stops else [], "notes": [] if stops else told}
        context["unchecked"] = [DocumentKind(kind).label for kind in seen.unchecked]
    return render(request, "portal/enrolments/enrolment.html", context, status=422 if refused else 200)
