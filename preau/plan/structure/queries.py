"""What screens need of a plan, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max

from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import ItemChange, PlanItem, PlanRow, TerritorialEducationPlan


@dataclass(slots=True)
class RowNode:
    row: PlanRow
    objectives: list[PlanItem] = field(default_factory=list)
    effects: list[PlanItem] = field(default_factory=list)


@dataclass(slots=True)
class GeneralObjectiveNode:
    item: PlanItem
    rows: list[RowNode] = field(default_factory=list)

    @property
    def objectives(self) -> list[PlanItem]:
        return [item for row in self.rows for item in row.objectives]

    @property
    def effects(self) -> list[PlanItem]:
        return [item for row in self.rows for item in row.effects]


@dataclass(slots=True)
class AxisNode:
    item: PlanItem
    general_objectives: list[GeneralObjectiveNode] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.item.axis_number

    @property
    def objectives(self) -> list[PlanItem]:
        return [item for general in self.general_objectives for item in general.objectives]

    @property
    def effects(self) -> list[PlanItem]:
        return [item for general in self.general_objectives for item in general.effects]


@dataclass(slots=True)
class PlanTree:
    plan: TerritorialEducationPlan
    axes: list[AxisNode] = field(default_factory=list)

    @property
    def objectives(self) -> list[PlanItem]:
        return [item for axis in self.axes for item in axis.objectives]

    @property
    def effects(self) -> list[PlanItem]:
        return [item for axis in self.axes for item in axis.effects]


def plan_tree(plan: TerritorialEducationPlan) -> PlanTree:
    """The whole plan in two queries, whatever its size. Removed items and empty rows are left out."""
    items = plan.items.present().in_order().select_related("owner")
    axes: dict[int, AxisNode] = {}
    generals: dict[int, GeneralObjectiveNode] = {}
    in_rows: dict[int, list[PlanItem]] = {}
    general_items: list[PlanItem] = []
    for item in items:
        if item.kind == ItemKind.AXIS:
            axes[item.pk] = AxisNode(item)
        elif item.kind == ItemKind.GENERAL_OBJECTIVE:
            general_items.append(item)
        elif item.row_id is not None:
            in_rows.setdefault(item.row_id, []).append(item)
    for item in general_items:
        generals[item.pk] = GeneralObjectiveNode(item)
        if item.parent_id in axes:
            axes[item.parent_id].general_objectives.append(generals[item.pk])
    for row in plan.rows.order_by("position", "pk"):
        if row.general_objective_id in generals:
            _place(row, in_rows.get(row.pk, []), generals[row.general_objective_id])
    return PlanTree(plan, list(axes.values()))


def _place(row: PlanRow, items: list[PlanItem], general: GeneralObjectiveNode) -> None:
    if items:
        node = RowNode(row)
        for item in items:
            (node.objectives if item.is_objective else node.effects).append(item)
        general.rows.append(node)


@dataclass(slots=True)
class Neighbourhood:
    """An objective or effect where it stands: its axis, its general objective, its row."""

    item: PlanItem
    axis: PlanItem
    general_objective: PlanItem
    objectives: list[PlanItem]
    effects: list[PlanItem]


def neighbourhood(plan: TerritorialEducationPlan, code: str) -> Neighbourhood | None:
    """Two queries; None when the plan has no present objective or effect with that code."""
    item = (
        plan.items.present()
        .of_kind(ItemKind.OPERATIONAL_OBJECTIVE, ItemKind.EXPECTED_EFFECT)
        .select_related("parent__parent", "row", "owner")
        .filter(code=code)
        .first()
    )
    if item is None or item.parent is None or item.parent.parent is None:
        return None
    beside = list(plan.items.present().filter(row=item.row_id).in_order().select_related("owner"))
    return Neighbourhood(
        item,
        item.parent.parent,
        item.parent,
        [other for other in beside if other.is_objective],
        [other for other in beside if not other.is_objective],
    )


def last_change(plan: TerritorialEducationPlan) -> datetime | None:
    """When anything of the plan was last changed, or shown; None for a plan without items."""
    changed: datetime | None = ItemChange.objects.filter(item__plan=plan).aggregate(last=Max("at"))["last"]
    instants = [instant for instant in (changed, plan.shown_at) if instant is not None]
    return max(instants, default=None)
