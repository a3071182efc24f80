from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

_WHO = {role.value: everything for role in (Role.CATALOGUE_AGENT, Role.PLAN_COORDINATOR, Role.ADMINISTRATOR)}

IMPORT_RUNS = PermissionTable({"read": _WHO, "import": _WHO, "undo": _WHO})
