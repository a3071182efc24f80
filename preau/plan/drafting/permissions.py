from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything, of_my_organisation

_PROFESSIONALS = {role.value: everything for role in PLAN_ROLES}
_PARTNERS = {role.value: everything for role in (Role.PLAN_COORDINATOR, Role.CONTRIBUTOR)}

POINTS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        "settle": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("owner")},
        "assign": {Role.PLAN_COORDINATOR: everything},
    }
)

SUGGESTIONS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        "propose": _PARTNERS,
        "support": _PARTNERS,
        "comment": _PARTNERS,
        "withdraw": {role: of_my_organisation("organisation") for role in _PARTNERS},
        "decide": {Role.PLAN_COORDINATOR: everything},
    }
)

COMMENTS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        "remove": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("organisation")},
    }
)

RETURNS = PermissionTable(
    {
        "read": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("organisation")},
        "send": _PARTNERS,
        "decide": {Role.PLAN_COORDINATOR: everything},
    }
)
