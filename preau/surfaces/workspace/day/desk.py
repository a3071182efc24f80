"""Where the plan stands and what moved in it lately: the lower half of a person's day, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet

from preau.plan.drafting.models import OpenPoint
from preau.plan.drafting.queries import points_of
from preau.plan.structure.enums import ChangeKind, ItemKind
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan

_FEW = 6


@dataclass(slots=True)
class AxisStanding:
    """What an axis holds and what is still open in it."""

    axis: PlanItem
    counts: dict[str, int] = field(default_factory=dict)
    open_points: int = 0
    to_decide: int = 0

    @property
    def objectives(self) -> int:
        return self.counts.get(ItemKind.OPERATIONAL_OBJECTIVE, 0)

    @property
    def effects(self) -> int:
        return self.counts.get(ItemKind.EXPECTED_EFFECT, 0)


class Desk:
    """``organisations``: those that the person contributes for; what moved there comes first."""

    def __init__(self, plan: TerritorialEducationPlan, organisations: frozenset[int], today: date) -> None:
        self.plan, self.organisations, self.today = plan, organisations, today

    @cached_property
    def axes(self) -> list[AxisStanding]:
        axes: dict[str, AxisStanding] = {}
        rows: list[tuple[str, str]] = []
        for item in self.plan.items.present().in_order().only("code", "kind", "text", "plan_id"):
            if item.kind == ItemKind.AXIS:
                axes[item.code] = AxisStanding(item)
            else:
                rows.append((item.code.split(".")[0], item.kind))
        for axis, kind in rows:
            if axis in axes:
                axes[axis].counts[kind] = axes[axis].counts.get(kind, 0) + 1
        for code, needs in self._points.order_by().values_list("item__code", "needs_town_decision"):
            axis = (code or "").split(".")[0]
            if axis in axes:
                axes[axis].open_points += 1
                axes[axis].to_decide += needs
        return list(axes.values())

    @property
    def open_points(self) -> int:
        return sum(axis.open_points for axis in self.axes)

    @property
    def to_decide(self) -> int:
        return sum(axis.to_decide for axis in self.axes)

    @property
    def objectives(self) -> int:
        return sum(axis.objectives for axis in self.axes)

    @property
    def _points(self) -> QuerySet[OpenPoint]:
        return points_of(self.plan).filter(settled_at__isnull=True)

    @cached_property
    def next_horizons(self) -> list[PlanItem]:
        """What the plan itself has promised by a day, the nearest first; one's own organisation's when one has one."""
        coming = self.plan.items.present().filter(horizon_on__gte=self.today).select_related("owner")
        return list(self._around(coming, "owner").order_by("horizon_on", "pk")[:_FEW])

    @cached_property
    def last_changes(self) -> list[ItemChange]:
        changes = ItemChange.objects.filter(item__plan=self.plan).exclude(kind=ChangeKind.IMPORTED)
        around = self._around(changes, "item__owner")
        return list(around.select_related("item", "by").order_by("-at", "-pk")[:_FEW])

    def _around[M: (PlanItem, ItemChange)](self, rows: QuerySet[M], owner: str) -> QuerySet[M]:
        """Those of one's organisations; everybody's for who contributes for none."""
        return rows.filter(Q(**{f"{owner}__in": self.organisations})) if self.organisations else rows
