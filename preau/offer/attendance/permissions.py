"""Who calls the roll, of which sessions. The day on which care may be read is told by ``calling.is_today``."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation

_OWN: dict[str, Scope] = {Role.ACTIVITY_LEADER: of_my_organisation("activity__organisation")}
_DESK: dict[str, Scope] = {Role.FAMILY_AGENT: everything}

ROLL_CALLS = PermissionTable(
    {
        "read": {**_OWN, **_DESK},
        "mark": _OWN,
        "care": _OWN,  # allergies, what helps, who may collect: those who receive the child, that day
        "print": _OWN,
    }
)
"""Rows: sessions. The desk reads who came, to answer a parent; it marks nobody and reads no sheet."""

FOLLOW_UPS = PermissionTable(
    {
        "read": {**_DESK, Role.ACTIVITY_LEADER: of_my_organisation("unit__activity__organisation")},
        "close": {**_DESK, Role.ACTIVITY_LEADER: of_my_organisation("unit__activity__organisation")},
    }
)
