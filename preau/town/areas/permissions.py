from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything

AREAS = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "decide_pace": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything},
    }
)
