from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything, of_my_organisation

_PROFESSIONALS = {role.value: everything for role in Role}

POINTS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        "settle": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("owner")},
        "assign": {Role.PLAN_COORDINATOR: everything},
    }
)

SUGGESTIONS = PermissionTable({"read": _PROFESSIONALS, "decide": {Role.PLAN_COORDINATOR: everything}})
