from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything

VERSIONS = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "name": {Role.PLAN_COORDINATOR: everything},
        "restore": {Role.PLAN_COORDINATOR: everything},
    }
)
