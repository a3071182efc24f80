from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_COORDINATION: dict[str, Scope] = {Role.PLAN_COORDINATOR: everything}

IMPORTS = PermissionTable(
    {
        "read": {Role.ADMINISTRATOR: everything, **_COORDINATION},
        "start": _COORDINATION,
        "review": _COORDINATION,
        "confirm": _COORDINATION,
        "undo": _COORDINATION,
    }
)
