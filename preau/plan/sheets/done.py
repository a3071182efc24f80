"""What a school year did for each objective, as whoever evaluates it needs it: plain lines, no row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from preau.plan.structure.models import TerritorialEducationPlan

from .enums import SheetState
from .models import ActionSheet, SheetObjective
from .states import COMMITTED


@dataclass(frozen=True, slots=True)
class ActionDone:
    """``done``, ``worked`` and ``to_change`` are those of its review, "" as long as there is none.

    How many children it counts stays in the sheet: figures come from facts.
    """

    pk: int
    code: str
    title: str
    summary: str
    state: SheetState
    sides: tuple[str, ...]
    starts_on: date | None
    ends_on: date | None
    done: str = ""
    worked: str = ""
    to_change: str = ""

    @property
    def is_reviewed(self) -> bool:
        return bool(self.done)


def actions_done(plan: TerritorialEducationPlan, school_year: int) -> dict[int, list[ActionDone]]:
    """{id of the objective: the actions that had a place in that year}, in the order of their numbers. Two queries."""
    rows = ActionSheet.objects.shared().filter(plan=plan, school_year=school_year, state__in=COMMITTED)
    told = {each.pk: _told(each) for each in rows.select_related("owner", "co_owner", "review").order_by("number")}
    found: dict[int, list[ActionDone]] = {}
    links = SheetObjective.objects.filter(sheet__in=told).order_by("sheet__number")
    for objective, sheet in links.values_list("item_id", "sheet_id"):
        found.setdefault(objective, []).append(told[sheet])
    return found


def sides_of_year(plan: TerritorialEducationPlan, school_year: int) -> set[tuple[int, int]]:
    """(id of the objective, id of an organisation) for each side of an action that had a place in that year."""
    links = SheetObjective.objects.filter(
        sheet__plan=plan, sheet__school_year=school_year, sheet__state__in=COMMITTED
    ).values_list("item_id", "sheet__owner_id", "sheet__co_owner_id")
    return {(item, side) for item, *sides in links for side in sides if side is not None}


def _told(sheet: ActionSheet) -> ActionDone:
    review = sheet.review
    return ActionDone(
        sheet.pk,
        sheet.code,
        sheet.title,
        sheet.summary,
        SheetState(sheet.state),
        tuple(side.name for side in (sheet.owner, sheet.co_owner) if side),
        sheet.starts_on,
        sheet.ends_on,
        review.done if review else "",
        review.worked if review else "",
        review.to_change if review else "",
    )
