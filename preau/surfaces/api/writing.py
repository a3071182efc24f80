"""From the plan to the shapes of the public JSON."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from preau.plan.structure.models import PlanItem
from preau.plan.structure.queries import AxisNode, GeneralObjectiveNode, PlanTree, RowNode
from preau.surfaces.api.schemas import LICENCE, AxisOut, GeneralObjectiveOut, ItemOut, PlanOut, RowOut


def plan_out(tree: PlanTree) -> PlanOut:
    plan = tree.plan
    return PlanOut(
        title=plan.title,
        commune=plan.commune.name,
        insee_code=plan.commune.insee_code,
        starts_on=plan.starts_on.isoformat() if plan.starts_on else None,
        ends_on=plan.ends_on.isoformat() if plan.ends_on else None,
        shown_at=plan.shown_at.isoformat() if plan.shown_at else "",
        adopted_on=plan.adopted_on.isoformat() if plan.adopted_on else None,
        licence=LICENCE,
        axes=[_axis(axis) for axis in tree.axes],
    )


def item_out(item: PlanItem, row: str) -> ItemOut:
    return ItemOut(
        id=item.code,
        kind=item.kind,
        text=item.text,
        details=item.sub_points,
        row=row,
        owner=item.owner.name if item.owner else None,
        horizon=item.horizon_on.isoformat() if item.horizon_on else None,
        url=settings.SITE_URL + reverse("public:item", args=[item.slug]),
    )


def items_out(tree: PlanTree) -> list[ItemOut]:
    """Every objective and effect, in reading order."""
    rows = [row for axis in tree.axes for general in axis.general_objectives for row in general.rows]
    return [item_out(item, row.row.code) for row in rows for item in (*row.objectives, *row.effects)]


def _axis(axis: AxisNode) -> AxisOut:
    generals = [_general(general) for general in axis.general_objectives]
    return AxisOut(id=axis.item.code, title=axis.item.text, summary=axis.item.summary, general_objectives=generals)


def _general(general: GeneralObjectiveNode) -> GeneralObjectiveOut:
    return GeneralObjectiveOut(id=general.item.code, text=general.item.text, rows=[_row(row) for row in general.rows])


def _row(row: RowNode) -> RowOut:
    return RowOut(
        id=row.row.code,
        operational_objectives=[item_out(item, row.row.code) for item in row.objectives],
        expected_effects=[item_out(item, row.row.code) for item in row.effects],
    )
