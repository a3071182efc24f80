"""For which children something happened since a day: asked of everything that knows children."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from preau.offer.enrolment.models import Enrolment


def children_active(children: Collection[int], since: date) -> set[int]:
    """Those who had a place, or asked for one, in a group that ended that day or later."""
    rows = Enrolment.objects.filter(child__in=children, unit__ends_on__gte=since)
    return set(rows.values_list("child", flat=True))
