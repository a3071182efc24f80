from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything, of_my_organisation

_mine = of_my_organisation("organisation")

VERSIONS = PermissionTable(
    {
        "read": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything, Role.PROVIDER: _mine},
        "write": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything, Role.PROVIDER: _mine},
        "validate": {Role.PLAN_COORDINATOR: everything, Role.CATALOGUE_AGENT: everything},
    }
)
"""Rows are entries (``Activity``): a version has the rights of its entry. Who reads a version again is the town's."""
