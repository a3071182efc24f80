"""How a page reaches a group or a place, and no other."""

from __future__ import annotations

from django.http import HttpRequest

from preau.offer.enrolment.known import units
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.permissions import ENROLMENTS, UNITS
from preau.offer.enrolment.queries import places
from preau.surfaces.shell.request import load, require


def the_unit(request: HttpRequest, pk: int, action: str = "read") -> BookingUnit:
    """403 for whoever has no business with groups, 404 for a group of another organisation."""
    require(request, UNITS, "read")
    return load(request, UNITS, action, units(), pk=pk)


def the_place(request: HttpRequest, pk: int, action: str) -> Enrolment:
    require(request, ENROLMENTS, "read")
    return load(request, ENROLMENTS, action, places(Enrolment.objects.all()), pk=pk)
