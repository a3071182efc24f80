"""What a sheet says, as plain facts: what its history keeps, and what a change of substance is told by."""

from __future__ import annotations

from typing import Any

from preau.people.organisations.models import Organisation

from .enums import SheetState
from .models import ActionSheet
from .rules import Institution, SheetFacts

type State = dict[str, Any]

PLAIN = ("title", "summary", "description", "means", "starts_on", "ends_on", "age_from", "age_to")
LISTS = ("audiences", "bands")
SUBSTANCE = frozenset(
    "title summary description means owner co_owner objectives audiences bands sites starts_on ends_on age_from age_to "
    "budget".split()
)
"""What two institutions agree on: who, what, why, for whom, when, where, with what money."""
CONDUCT = frozenset("contact themes partners milestones grants documents apps".split())
"""What whoever carries the action keeps up to date without asking anybody again."""
OPEN_WHILE_RUNNING = CONDUCT | {"starts_on", "ends_on", "bands", "sites"}
"""An action under way may last longer or move; what it is may not change any more."""
_AFTERWARDS = frozenset({"documents", "grants"})


def changeable(state: str) -> frozenset[str]:
    """The facts that may still change in a state."""
    match state:
        case SheetState.DRAFT | SheetState.PROPOSED | SheetState.CO_VALIDATED | SheetState.SCHEDULED:
            return SUBSTANCE | CONDUCT
        case SheetState.RUNNING:
            return OPEN_WHILE_RUNNING
        case SheetState.REVIEWED:
            return _AFTERWARDS
        case _:
            return frozenset()


def state_of(sheet: ActionSheet) -> State:
    """A fixed number of queries. JSON values, and no person's name."""
    said: State = {name: _written(getattr(sheet, name)) for name in PLAIN}
    said |= {name: sorted(getattr(sheet, name)) for name in LISTS}
    said["owner"] = sheet.owner.slug
    said["co_owner"] = sheet.co_owner.slug if sheet.co_owner else ""
    said["contact"] = sheet.contact_id
    said["objectives"] = sorted(sheet.objective_links.values_list("item__code", flat=True))
    said["sites"] = sorted(sheet.sites.order_by().values_list("slug", flat=True))
    said["themes"] = sorted(sheet.themes.order_by().values_list("theme", flat=True))
    said["partners"] = [[each.who, each.role, each.task] for each in sheet.partners.select_related("organisation")]
    said["milestones"] = [[each.name, each.due_on.isoformat(), each.is_done] for each in sheet.milestones.all()]
    lines = list(sheet.budget.select_related("funder"))
    said["budget"] = [[each.kind, each.from_whom, each.label, str(each.planned)] for each in lines]
    said["grants"] = [[each.from_whom, each.label, str(each.granted)] for each in lines if each.granted is not None]
    said["documents"] = list(sheet.documents.values_list("label", flat=True))
    said["apps"] = [
        [each.name, each.publisher, each.purpose, each.data, each.has_accounts] for each in sheet.apps.all()
    ]
    return said


def differences(was: State, became: State) -> dict[str, list[Any]]:
    return {name: [was[name], became[name]] for name in became if was[name] != became[name]}


def facts_of(sheet: ActionSheet) -> SheetFacts:
    """What the rules judge."""
    return SheetFacts(
        owner=institution_of(sheet.owner),
        co_owner=institution_of(sheet.co_owner) if sheet.co_owner else None,
        objectives=sheet.objective_links.filter(item__removed_at__isnull=True).count(),
        audiences=sheet.audiences,
        bands=sheet.bands,
        sites=sheet.sites.count(),
        starts_on=sheet.starts_on,
        ends_on=sheet.ends_on,
        opinions=list(sheet.apps.values_list("name", "opinion")),
    )


def institution_of(organisation: Organisation) -> Institution:
    return Institution(organisation.kind, organisation.pk)


def _written(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
