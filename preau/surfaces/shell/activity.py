"""For which children something happened since a day: asked of everything that knows children."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from preau.offer.campaigns.models import Application
from preau.offer.enrolment.models import Enrolment


def children_active(children: Collection[int], since: date) -> set[int]:
    """Those who had a place, or asked for one, in a group that ended that day or later, or in a campaign since."""
    rows = Enrolment.objects.filter(child__in=children, unit__ends_on__gte=since)
    asked = Application.objects.filter(child__in=children, saved_at__date__gte=since)
    return set(rows.values_list("child", flat=True)) | set(asked.values_list("child", flat=True))
