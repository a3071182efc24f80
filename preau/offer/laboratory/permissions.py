"""Who may do what to studies. They hold no wish of anybody: whoever decides rules may read them."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_MAKERS: dict[str, Scope] = {
    Role.PLAN_COORDINATOR: everything,
    Role.CATALOGUE_AGENT: everything,
    Role.FAMILY_AGENT: everything,
}

STUDIES = PermissionTable(
    {
        "read": {**_MAKERS, Role.ELECTED_MEMBER: everything, Role.ADMINISTRATOR: everything},
        "make": _MAKERS,
    }
)
