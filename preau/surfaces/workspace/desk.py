"""Where the plan stands: what the first page of the workspace says, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from preau.plan.drafting.enums import SuggestionState
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


@dataclass(frozen=True, slots=True)
class PointFact:
    """``code`` is that of the item, "" for a point about the whole plan."""

    code: str
    needs_decision: bool
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a date: an open point, or an item's horizon."""

    on: date
    is_late: bool
    item: PlanItem | None
    point: OpenPoint | None


class Desk:
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
        for fact in self.facts:
            code = fact.code.split(".")[0]
            if code in axes:
                axes[code].open_points += 1
                axes[code].to_decide += fact.needs_decision
        return list(axes.values())

    @cached_property
    def facts(self) -> list[PointFact]:
        """What the counts need of every open point, in one query."""
        rows = self._points.order_by().values_list("item__code", "needs_town_decision", "due_on")
        return [PointFact(code or "", needs, due) for code, needs, due in rows]

    @property
    def to_decide(self) -> int:
        return sum(fact.needs_decision for fact in self.facts)

    @property
    def late(self) -> int:
        return sum(fact.due_on is not None and fact.due_on < self.today for fact in self.facts)

    @cached_property
    def mine(self) -> list[OpenPoint]:
        return list(self._points.filter(owner__in=self.organisations))

    @property
    def _points(self) -> QuerySet[OpenPoint]:
        return points_of(self.plan).filter(settled_at__isnull=True)

    @cached_property
    def suggestions(self) -> int:
        return self.plan.suggestions.filter(state=SuggestionState.OPEN).count()

    @cached_property
    def next_dates(self) -> list[Due]:
        """Late points first, then what comes, nearest first."""
        points = self._points.filter(due_on__isnull=False).order_by("due_on", "pk")[:_FEW]
        dated = [Due(point.due_on, point.due_on < self.today, point.item, point) for point in points if point.due_on]
        coming = self.plan.items.present().filter(horizon_on__gte=self.today).order_by("horizon_on", "pk")[:_FEW]
        dated += [Due(item.horizon_on, False, item, None) for item in coming if item.horizon_on]
        return sorted(dated, key=lambda due: due.on)[:_FEW]

    @cached_property
    def last_changes(self) -> list[ItemChange]:
        changes = ItemChange.objects.filter(item__plan=self.plan).exclude(kind=ChangeKind.IMPORTED)
        return list(changes.select_related("item", "by").order_by("-at", "-pk")[:_FEW])
