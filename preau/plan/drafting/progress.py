"""What waits for the town's decision, and what has moved lately."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from django.db.models import F

from preau.plan.drafting.models import OpenPoint
from preau.plan.structure.models import ItemChange, TerritorialEducationPlan

_LATELY = timedelta(days=30)


def awaited_decisions(plan: TerritorialEducationPlan) -> list[OpenPoint]:
    """Open points that ask for a decision, the most pressing first. One query."""
    waiting = plan.open_points.open().filter(needs_town_decision=True).exclude(item__removed_at__isnull=False)
    return list(waiting.select_related("item", "owner").order_by(F("due_on").asc(nulls_last=True), "item__code", "pk"))


def moved_lately(plan: TerritorialEducationPlan, today: date) -> Counter[int]:
    """{number of the axis: how many of its items changed in thirty days}. One query."""
    changed = ItemChange.objects.filter(item__plan=plan, at__date__gte=today - _LATELY)
    codes = set(changed.values_list("item__code", flat=True))
    return Counter(int(code.split(".")[0].lstrip("A")) for code in codes)
