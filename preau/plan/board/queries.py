"""The facts of a board, in five queries whatever the size of the plan."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from preau.foundation.schoolyears import school_year_of
from preau.plan.board.facts import AxisFact, ObjectiveFact, PointFact, SheetFact
from preau.plan.board.lines import Board
from preau.plan.drafting.models import OpenPoint
from preau.plan.sheets.models import ActionSheet, SheetMilestone, SheetObjective
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import TerritorialEducationPlan

_IN_ORDER = ("parent__position", "parent_id", "row__position", "row_id", "position", "pk")
"""That of the document."""
_NO_MILESTONE: tuple[str, date | None] = ("", None)


def board_of(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet], today: date) -> Board:
    """``sheets``: those that the reader may see."""
    return Board(axis_facts(plan, sheets), today)


def axis_facts(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet]) -> list[AxisFact]:
    actions, points = _sheets(plan, sheets), _points(plan)
    axes: list[tuple[str, str]] = []
    objectives: dict[str, list[ObjectiveFact]] = {}
    items = plan.items.present().of_kind(ItemKind.AXIS, ItemKind.OPERATIONAL_OBJECTIVE).order_by(*_IN_ORDER)
    rows = items.values_list(
        "pk", "kind", "code", "text", "owner__name", "owner__slug", "horizon_on", "parent__parent__code"
    )
    for pk, kind, code, text, owner, slug, horizon, axis in rows:
        if kind == ItemKind.AXIS:
            axes.append((code, text))
            continue
        fact = ObjectiveFact(
            code, text, owner or "", slug or "", horizon, tuple(points.get(code, ())), tuple(actions.get(pk, ()))
        )
        objectives.setdefault(axis or "", []).append(fact)
    return [
        AxisFact(
            int(axis.lstrip("A")),
            text,
            tuple(objectives.get(axis, ())),
            tuple(point for code, told in points.items() if code.split(".")[0] == axis for point in told),
        )
        for axis, text in axes
    ]


def _sheets(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet]) -> dict[int, list[SheetFact]]:
    """{id of the objective: its actions}, in three queries."""
    milestones: dict[int, tuple[str, date | None]] = {}
    pending = SheetMilestone.objects.filter(sheet__plan=plan, done_at__isnull=True).order_by("-due_on", "-pk")
    for sheet, name, due_on in pending.values_list("sheet_id", "name", "due_on"):
        milestones[sheet] = (name, due_on)  # the earliest is the last one read
    known = {each.pk: _fact(each, milestones.get(each.pk, _NO_MILESTONE)) for each in _in_order(_own(plan, sheets))}
    found: dict[int, list[SheetFact]] = {}
    for item, sheet in (
        SheetObjective.objects.filter(sheet__plan=plan).order_by("pk").values_list("item_id", "sheet_id")
    ):
        if sheet in known:
            found.setdefault(item, []).append(known[sheet])
    return found


def _own(plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet]) -> QuerySet[ActionSheet]:
    """What was done before the plan began is its past: an evaluation tells it, a board does not count it."""
    own = sheets.filter(plan=plan)
    return own.filter(school_year__gte=school_year_of(plan.starts_on)) if plan.starts_on else own


def _in_order(sheets: QuerySet[ActionSheet]) -> QuerySet[ActionSheet]:
    return sheets.select_related("owner", "co_owner").order_by("school_year", "number")


def _fact(sheet: ActionSheet, milestone: tuple[str, date | None]) -> SheetFact:
    return SheetFact(
        sheet.pk,
        sheet.code,
        sheet.title,
        sheet.state,
        sheet.owner.name,
        frozenset(organisation.slug for organisation in (sheet.owner, sheet.co_owner) if organisation),
        sheet.starts_on,
        sheet.ends_on,
        *milestone,
    )


def _points(plan: TerritorialEducationPlan) -> dict[str, list[PointFact]]:
    """{code: its open points}; "" for those of the whole plan."""
    still = OpenPoint.objects.open().filter(plan=plan).exclude(item__removed_at__isnull=False)
    found: dict[str, list[PointFact]] = {}
    for code, needs, due_on in still.values_list("item__code", "needs_town_decision", "due_on"):
        found.setdefault(code or "", []).append(PointFact(needs, due_on))
    return found
