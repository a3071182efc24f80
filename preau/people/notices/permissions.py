from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

NOTICES = PermissionTable({"read": {role.value: everything for role in Role}})
"""Whoever holds a role has notices; that they are one's own is in ``queries``, which start from the person."""
