"""Who may do what to groups open to registration, and to the places in them. Families enter by ``households.doors``."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation

_DESK: dict[str, Scope] = {Role.FAMILY_AGENT: everything}
_ORGANISER: dict[str, Scope] = {
    Role.PROVIDER: of_my_organisation("activity__organisation"),
    Role.CONTRIBUTOR: of_my_organisation("activity__organisation"),
    Role.ACTIVITY_LEADER: of_my_organisation("activity__organisation"),
}

UNITS = PermissionTable(
    {
        "read": {**_DESK, **_ORGANISER, Role.CATALOGUE_AGENT: everything, Role.PLAN_COORDINATOR: everything},
        "edit": {**_DESK, Role.PROVIDER: of_my_organisation("activity__organisation")},
    }
)
"""A place is read by those who receive the child: the names of a group, never the family file."""

ENROLMENTS = PermissionTable(
    {
        "read": {
            **_DESK,
            Role.PROVIDER: of_my_organisation("unit__activity__organisation"),
            Role.ACTIVITY_LEADER: of_my_organisation("unit__activity__organisation"),
        },
        "enter": _DESK,
        "release": _DESK,
        "refuse": _DESK,
    }
)
