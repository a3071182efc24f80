from __future__ import annotations

from django.db.models import QuerySet

from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.structure.models import TerritorialEducationPlan


def points_of(plan: TerritorialEducationPlan) -> QuerySet[OpenPoint]:
    """Every point of the plan with what its card shows: those that wait for a decision first, then by date."""
    return (
        plan.open_points.select_related("item", "owner", "settled_by")
        .exclude(item__removed_at__isnull=False)
        .order_by("-needs_town_decision", "due_on", "item__code", "pk")
    )


def suggestions_of(plan: TerritorialEducationPlan) -> QuerySet[Suggestion]:
    return plan.suggestions.select_related("item", "target", "decided_by").order_by("item__position", "pk")
