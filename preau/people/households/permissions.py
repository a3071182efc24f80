"""What professionals may do with families. The families themselves enter by ``doors.py``."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_DESK: dict[str, Scope] = {Role.FAMILY_AGENT: everything}

FAMILIES = PermissionTable(
    {
        "read": _DESK,
        "edit": _DESK,
        "check": _DESK,
        "act_for": _DESK,
    }
)
"""Rows: children, adults, homes, their documents."""

_OFFICER: dict[str, Scope] = {Role.DATA_OFFICER: everything}

RETENTION = PermissionTable({"read": _OFFICER, "decide": _OFFICER, "stamp": _OFFICER})
"""Rows: lines of the elimination list. They say when and why, and hold no name."""
