"""Who sees the values that law and town may change, and who decides of them."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_DECIDING: dict[str, Scope] = {Role.ADMINISTRATOR: everything, Role.PLAN_COORDINATOR: everything}

TERMS = PermissionTable({"read": {**_DECIDING, Role.DATA_OFFICER: everything}, "decide": _DECIDING})
