"""What screens need of sheets, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

from .enums import BudgetKind, SheetState
from .models import ActionSheet, BudgetLine, SheetObjective
from .states import ON_PUBLIC_DISPLAY


def sheets_of(plan: TerritorialEducationPlan) -> QuerySet[ActionSheet]:
    """Those of a plan with what a list shows of each; pass it through ``SHEETS.rows`` before showing it."""
    return (
        ActionSheet.objects.filter(plan=plan)
        .select_related("plan", "owner", "co_owner")
        .prefetch_related("themes", "objectives", "sites")
    )


def sheets_by_objective(
    plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet] | None = None
) -> dict[int, list[ActionSheet]]:
    """{id of the objective: its sheets, the latest year first}. ``sheets``: those that the reader may see.

    Two queries, whatever there is. Objectives that no sheet serves are not in it.
    """
    seen = ActionSheet.objects.shared() if sheets is None else sheets
    known = {each.pk: each for each in seen.filter(plan=plan).select_related("owner", "co_owner")}
    found: dict[int, list[ActionSheet]] = {}
    for item, sheet in _links(plan):
        if sheet in known:
            found.setdefault(item, []).append(known[sheet])
    for listed in found.values():
        listed.sort(key=lambda each: (-each.school_year, each.number))
    return found


def states_by_objective(
    plan: TerritorialEducationPlan, sheets: QuerySet[ActionSheet] | None = None
) -> dict[int, Counter[str]]:
    """{id of the objective: {state: how many sheets}}, in two queries: what a steering board colours."""
    seen = ActionSheet.objects.shared() if sheets is None else sheets
    states: Mapping[int, str] = dict(seen.filter(plan=plan).values_list("pk", "state"))
    found: dict[int, Counter[str]] = {}
    for item, sheet in _links(plan):
        if sheet in states:
            found.setdefault(item, Counter())[states[sheet]] += 1
    return found


class PublicAction(NamedTuple):
    title: str
    state: SheetState
    starts_on: date | None
    ends_on: date | None
    age_from: int | None
    age_to: int | None
    organisations: list[str]
    sites: list[str]


def public_actions(item: PlanItem) -> list[PublicAction]:
    """What anybody may know of the actions that serve an objective: those announced, under way or done. Two queries.

    Neither money, nor people, nor partners, nor what was said: they are not read.
    """
    sheets = (
        ActionSheet.objects.filter(objectives=item, state__in=ON_PUBLIC_DISPLAY)
        .only("title", "state", "starts_on", "ends_on", "age_from", "age_to", "owner__name", "co_owner__name")
        .select_related("owner", "co_owner")
        .prefetch_related("sites")
        .order_by("starts_on", "pk")
    )
    return [
        PublicAction(
            each.title,
            SheetState(each.state),
            each.starts_on,
            each.ends_on,
            each.age_from,
            each.age_to,
            [side.name for side in (each.owner, each.co_owner) if side],
            [site.name for site in each.sites.all()],
        )
        for each in sheets
    ]


def _links(plan: TerritorialEducationPlan) -> QuerySet[SheetObjective, tuple[int, int]]:
    return SheetObjective.objects.filter(sheet__plan=plan).values_list("item_id", "sheet_id")


class Funder(NamedTuple):
    """What one funder brings, in euros; ``granted`` is None as long as nothing was answered."""

    name: str
    planned: Decimal
    granted: Decimal | None


class Balance(NamedTuple):
    """Planned expenses beside planned and granted income, in euros."""

    expenses: Decimal
    planned: Decimal
    granted: Decimal
    by_funder: list[Funder]

    @property
    def missing(self) -> Decimal:
        """What the planned income does not cover; negative when it covers more."""
        return self.expenses - self.planned

    @property
    def is_balanced(self) -> bool:
        return self.expenses == self.planned

    @property
    def is_empty(self) -> bool:
        return not (self.expenses or self.planned)


def balance_of(lines: list[BudgetLine]) -> Balance:
    """Counted here, not by the database, to the cent."""
    income = [each for each in lines if each.kind == BudgetKind.INCOME]
    expenses = sum((each.planned for each in lines if each.kind == BudgetKind.EXPENSE), Decimal(0))
    by_funder: dict[str, Funder] = {}
    for each in income:
        known = by_funder.get(each.from_whom, Funder(each.from_whom, Decimal(0), None))
        granted = known.granted if each.granted is None else (known.granted or Decimal(0)) + each.granted
        by_funder[each.from_whom] = Funder(each.from_whom, known.planned + each.planned, granted)
    funders = list(by_funder.values())
    return Balance(
        expenses,
        sum((each.planned for each in funders), Decimal(0)),
        sum((each.granted or Decimal(0) for each in funders), Decimal(0)),
        funders,
    )
