from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything

WEEKS = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "edit": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything},
    }
)

CALENDAR = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "edit": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything},
    }
)
"""The year of the town: its zone, its closures, what it says against the official calendar."""
