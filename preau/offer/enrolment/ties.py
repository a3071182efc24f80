"""What ties children to adults, homes and groups: for many children, one question."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet, Value

from preau.foundation.prepared import prepared
from preau.people.households.enums import GuardianRights
from preau.people.households.models import Guardian, Residence

from .enums import LIVE, EnrolmentState
from .models import Enrolment


class Ties:
    """``rights`` by (child, adult): whoever is blocked by one link has no right by another. ``homes``: (child, home).
    ``places``: the state of each live place, by (child, unit).
    """

    def __init__(self, children: tuple[int, ...], on: date) -> None:
        self.rights: dict[tuple[int, int], str] = {}
        self.homes: set[tuple[int, int]] = set()
        self.places: dict[tuple[int, int], str] = {}
        for what, child, other, word in _tied(children=children, on=on):
            if what == _RIGHT and self.rights.get((child, other)) != GuardianRights.BLOCKED:
                self.rights[child, other] = word
            elif what == _HOME:
                self.homes.add((child, other))
            elif what == _PLACE:
                self.places[child, other] = word

    def elsewhere(self, unit: int) -> set[int]:
        """Children who have a confirmed place in another unit: most have none."""
        return {
            child
            for (child, other), state in self.places.items()
            if other != unit and state == EnrolmentState.CONFIRMED
        }


_RIGHT, _HOME, _PLACE = 0, 1, 2


@prepared
def _tied(*, children: tuple[int, ...], on: date) -> QuerySet[Any, tuple[int, int, int, str]]:
    """(what ties, child, adult or home or unit, right or state)."""
    rights = Guardian.objects.on(on).filter(child__pk__in=children, adult__erased_on__isnull=True).order_by()
    homes = Residence.objects.on(on).filter(child__pk__in=children).order_by()
    places = Enrolment.objects.filter(child__pk__in=children, state__in=LIVE).order_by()
    told = rights.values_list(Value(_RIGHT), "child", "adult", "rights").union(
        homes.values_list(Value(_HOME), "child", "household", Value("")),
        places.values_list(Value(_PLACE), "child", "unit", "state"),
        all=True,
    )
    return told.order_by()
