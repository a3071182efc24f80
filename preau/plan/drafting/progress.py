"""Where a plan stands, in figures: what has an owner, a date, what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F

from preau.plan.drafting.models import OpenPoint
from preau.plan.structure.models import ItemChange, PlanItem
from preau.plan.structure.queries import AxisNode, PlanTree

_LATELY = timedelta(days=30)


@dataclass(slots=True)
class AxisProgress:
    """Counts are of objectives, but for ``decisions`` and ``late``: open points that wait for the town."""

    axis: AxisNode
    objectives: int = 0
    owned: int = 0
    dated: int = 0
    decisions: int = 0
    late: int = 0
    moved: int = 0
    next_due: list[PlanItem] = field(default_factory=list)

    @property
    def complete(self) -> int:
        """Objectives with both an owner and a date."""
        return sum(1 for item in self.axis.objectives if item.owner_id and item.horizon_on)


@dataclass(slots=True)
class PlanProgress:
    axes: list[AxisProgress]
    decisions: list[OpenPoint]
    today: date

    def total(self, name: str) -> int:
        return sum(getattr(axis, name) for axis in self.axes)


def plan_progress(tree: PlanTree, today: date) -> PlanProgress:
    """Two queries more than the tree, whatever the size of the plan."""
    points = list(
        tree.plan.open_points.open()
        .filter(needs_town_decision=True)
        .exclude(item__removed_at__isnull=False)
        .select_related("item", "owner")
        .order_by(F("due_on").asc(nulls_last=True), "item__code", "pk")
    )
    since = today - _LATELY
    moved = set(
        ItemChange.objects.filter(item__plan=tree.plan, at__date__gte=since).values_list("item__code", flat=True)
    )
    return PlanProgress([_axis(node, points, moved, today) for node in tree.axes], points, today)


def _axis(node: AxisNode, points: list[OpenPoint], moved: set[str], today: date) -> AxisProgress:
    mine = [point for point in points if point.item is not None and point.item.axis_number == node.number]
    objectives = node.objectives
    dated = sorted((item for item in objectives if item.horizon_on and item.horizon_on >= today), key=_by_date)
    return AxisProgress(
        node,
        objectives=len(objectives),
        owned=sum(1 for item in objectives if item.owner_id),
        dated=sum(1 for item in objectives if item.horizon_on),
        decisions=len(mine),
        late=sum(1 for point in mine if point.due_on is not None and point.due_on < today),
        moved=sum(1 for code in moved if code == node.item.code or code.startswith(f"{node.item.code}.")),
        next_due=dated[:2],
    )


def _by_date(item: PlanItem) -> tuple[date, str]:
    return (item.horizon_on or date.max, item.code)
