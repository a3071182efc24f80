"""The facts of a checklist: four queries, whatever the size of the plan."""

from __future__ import annotations

from preau.plan.adoption.models import CouncilResolution
from preau.plan.adoption.rules import (
    Checklist,
    ItemFact,
    PlanFacts,
    PointFact,
    ReturnFact,
    SuggestionFact,
    checklist_of,
)
from preau.plan.drafting.enums import SuggestionKind
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.queries import points_of
from preau.plan.importing.marks.registry import label_of
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.rules import code_key


def checklist_for(plan: TerritorialEducationPlan) -> Checklist:
    return checklist_of(plan_facts(plan))


def plan_facts(plan: TerritorialEducationPlan) -> PlanFacts:
    """Whoever decides on them holds the plan first (``hold_plan``), so that they stay true until the end."""
    return PlanFacts(
        plan.starts_on,
        plan.ends_on,
        bool(plan.introduction.strip()),
        tuple(sorted(_items(plan), key=lambda item: code_key(item.code))),
        tuple(sorted(_points(plan), key=lambda point: code_key(point.code))),
        tuple(sorted(_suggestions(plan), key=lambda suggestion: code_key(suggestion.code))),
        tuple(_returns(plan)),
    )


def last_adopted() -> CouncilResolution | None:
    """The adopted plan that the public may read: the last one voted. One query, with its plan and version."""
    return (
        CouncilResolution.objects.filter(plan__shown_at__isnull=False, plan__discarded_at__isnull=True)
        .select_related("plan__commune", "version", "scan")
        .order_by("-decided_on", "-pk")
        .first()
    )


def _items(plan: TerritorialEducationPlan) -> list[ItemFact]:
    rows = plan.items.present().values_list("code", "kind", "parent__code", "row__code", "text", "owner", "horizon_on")
    return [
        ItemFact(code, kind, parent or "", row or "", text, owner is not None, horizon)
        for code, kind, parent, row, text, owner, horizon in rows
    ]


def _points(plan: TerritorialEducationPlan) -> list[PointFact]:
    rows = (
        points_of(plan)
        .filter(settled_at__isnull=True)
        .order_by()
        .values_list("pk", "item__code", "needs_town_decision", "kind", "quote")
    )
    return [
        PointFact(key, code or "", needs, f"{label_of(kind)} : {quote}" if quote else label_of(kind))
        for key, code, needs, kind, quote in rows
    ]


def _suggestions(plan: TerritorialEducationPlan) -> list[SuggestionFact]:
    rows = Suggestion.objects.open().filter(plan=plan)
    facts = rows.values_list("pk", "item__code", "place", "kind", "batch", "organisation__name", "author")
    return [
        SuggestionFact(
            key, code or place, " · ".join(filter(None, (str(SuggestionKind(kind).label), name or author))), batch
        )
        for key, code, place, kind, batch, name, author in facts
    ]


def _returns(plan: TerritorialEducationPlan) -> list[ReturnFact]:
    rows = plan.returns.filter(discarded_at__isnull=True).order_by("pk").values_list("pk", "file_name")
    return [ReturnFact(key, name) for key, name in rows]
