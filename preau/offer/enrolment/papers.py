"""What a place still lacks in papers, and by when the desk must have looked at each (``households.papers``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from preau.people.households.documents import OF_A_HOME
from preau.people.households.drawer import papers_of
from preau.people.households.models import Household, SupportingDocument

from .enums import SEATED
from .models import Enrolment


@dataclass(frozen=True, slots=True)
class Lacking:
    """Kinds. ``unchecked`` wait for the desk, ``missing`` for the family: refused since, or over."""

    unchecked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unchecked or self.missing)


def lacking(place: Enrolment, home: Household | None, on: date) -> Lacking:
    """``home``: the one that pays, None for whoever may not know of its papers."""
    asked = set(place.unit.documents)
    if not asked or place.state not in SEATED:
        return Lacking()
    held = papers_of(place.child, home, on)
    if home is None:
        asked -= OF_A_HOME
    return Lacking(tuple(sorted(held.unchecked & asked)), tuple(sorted(asked - held.given)))


def first_days(papers: Sequence[SupportingDocument], on: date) -> dict[int, date]:
    """By paper: the day before which it must be looked at; nothing for one on which no place rests. One query."""
    children = {each.child_id for each in papers if each.child_id}
    homes = {each.household_id for each in papers if each.household_id}
    seats = Enrolment.objects.filter(Q(child__in=children) | Q(household__in=homes), state__in=SEATED)
    found: dict[tuple[str, int | None, str], date] = {}
    rows = seats.filter(unit__ends_on__gte=on).values_list("child", "household", "unit__starts_on", "unit__documents")
    for child, household, starts_on, kinds in rows:
        day = max(starts_on, on)
        for kind in kinds:
            for key in (("child", child, kind), ("home", household, kind)):
                found[key] = min(day, found.get(key, date.max))
    told = {each.pk: found.get(_owned(each), date.max) for each in papers}
    return {pk: day for pk, day in told.items() if day < date.max}


def _owned(paper: SupportingDocument) -> tuple[str, int | None, str]:
    return ("child", paper.child_id, paper.kind) if paper.child_id else ("home", paper.household_id, paper.kind)
