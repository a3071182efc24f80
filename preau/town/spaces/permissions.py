from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything

SPACES = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "edit": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything},
        "count": {
            Role.PLAN_COORDINATOR: everything,
            Role.CATALOGUE_AGENT: everything,
            Role.CONTRIBUTOR: everything,
        },
    }
)
"""Whoever contributes may stand at a ground and count; answering reports and closing are for those who keep it."""
