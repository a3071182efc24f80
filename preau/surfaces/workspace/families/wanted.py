"""The group from which « inscrire un enfant » was pressed, kept in sight until the family is found."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from preau.offer.enrolment.known import units
from preau.offer.enrolment.models import BookingUnit

_WANTED = "families_wanted"
_SECONDS = 1800


def want(request: HttpRequest, unit: BookingUnit) -> None:
    request.session[_WANTED] = {"unit": unit.pk, "at": int(timezone.now().timestamp())}


def wanted_unit(request: HttpRequest) -> BookingUnit | None:
    """For half an hour; no query when nothing is wanted."""
    kept = request.session.get(_WANTED)
    if kept is None or timezone.now().timestamp() - kept["at"] > _SECONDS:
        return None
    return units().filter(pk=kept["unit"], ends_on__gte=timezone.localdate()).first()


def forget(request: HttpRequest, unit: BookingUnit) -> None:
    """Once the place is asked for."""
    if request.session.get(_WANTED, {}).get("unit") == unit.pk:
        del request.session[_WANTED]
