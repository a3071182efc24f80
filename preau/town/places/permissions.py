from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

SITES = PermissionTable(
    {
        "read": {role.value: everything for role in Role},
        "edit": {Role.PLAN_COORDINATOR: everything},
    }
)
