from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

VERSIONS = PermissionTable(
    {
        "read": {role.value: everything for role in Role},
        "name": {Role.PLAN_COORDINATOR: everything},
        "restore": {Role.PLAN_COORDINATOR: everything},
    }
)
