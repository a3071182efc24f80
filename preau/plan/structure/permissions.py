"""Who may do what to a plan. One rule answers "may I?" and "which rows?"."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PUBLIC, PermissionTable, everything, of_my_organisation, when
from preau.plan.structure.models import ItemChange

_ON_DISPLAY = when(Q(shown_at__isnull=False, discarded_at__isnull=True))
_PROFESSIONALS = {role.value: everything for role in PLAN_ROLES}

PLANS = PermissionTable(
    {
        "read": {PUBLIC: _ON_DISPLAY, **_PROFESSIONALS},
        "read_draft": _PROFESSIONALS,
        "edit": {Role.PLAN_COORDINATOR: everything},
        "show": {Role.PLAN_COORDINATOR: everything},
        "steer": {Role.ADMINISTRATOR: everything, Role.PLAN_COORDINATOR: everything, Role.ELECTED_MEMBER: everything},
    }
)

ITEMS = PermissionTable(
    {
        "read_draft": _PROFESSIONALS,
        "edit": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("owner")},
        "move": {Role.PLAN_COORDINATOR: everything},
        "remove": {Role.PLAN_COORDINATOR: everything},
        "assign": {Role.PLAN_COORDINATOR: everything},
    }
)


_UNDOING = {
    "remove": frozenset({"code", "removed"}),
    "move": frozenset({"parent", "row", "position"}),
    "assign": frozenset({"owner"}),
}


def undoing_needs(change: ItemChange) -> list[str]:
    """The actions on ``ITEMS`` that somebody must be allowed to undo that change."""
    if change.is_arrival:
        return ["remove"]
    return [action for action, facts in _UNDOING.items() if facts & change.facts.keys()] or ["edit"]
