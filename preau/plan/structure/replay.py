"""The plan at any moment of its life, from its history alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from preau.people.organisations.models import Organisation
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.snapshot import PlanSnapshot
from preau.plan.structure.state import ItemState


def replay(changes: Iterable[tuple[int, Mapping[str, Any]]]) -> list[ItemState]:
    """Folds (key of the item, facts) in order; what was taken out is there, marked so. Pure."""
    folded: dict[int, dict[str, Any]] = {}
    for key, facts in changes:
        folded.setdefault(key, {}).update({name: became for name, (_, became) in facts.items()})
    return [ItemState.of(facts) for facts in folded.values() if facts]


def snapshot_of(plan: TerritorialEducationPlan) -> PlanSnapshot:
    """The plan as it stands: two queries, whatever its size."""
    items = PlanItem.objects.filter(plan=plan, removed_at__isnull=True).select_related("row", "owner").in_order()
    every = {item.pk: item for item in items}
    for item in every.values():
        if item.parent_id:
            item.parent = every[item.parent_id]
    names = {item.owner.slug: item.owner.name for item in every.values() if item.owner}
    return PlanSnapshot.of(plan.title, [item.state for item in every.values()], names)


def plan_at(plan: TerritorialEducationPlan, moment: int) -> PlanSnapshot:
    """The plan as it stood after the change of that number: two queries."""
    return _replayed(plan, ItemChange.objects.filter(item__plan=plan, pk__lte=moment))


def plan_on(plan: TerritorialEducationPlan, until: datetime) -> PlanSnapshot:
    """The plan as people read it at that instant: two queries."""
    return _replayed(plan, ItemChange.objects.filter(item__plan=plan, at__lte=until))


def _replayed(plan: TerritorialEducationPlan, changes: QuerySet[ItemChange]) -> PlanSnapshot:
    names = dict(Organisation.objects.filter(commune=plan.commune_id).values_list("slug", "name"))
    return PlanSnapshot.of(plan.title, replay(changes.order_by("pk").values_list("item", "facts")), names)


def moment_of(plan: TerritorialEducationPlan) -> int:
    """The number of the last change; 0 for a plan without history."""
    return ItemChange.objects.filter(item__plan=plan).order_by("-pk").values_list("pk", flat=True).first() or 0
