"""Who may do what to campaigns. Families enter by ``households.doors``, and only once a campaign is announced."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_DESK: dict[str, Scope] = {Role.FAMILY_AGENT: everything}

CAMPAIGNS = PermissionTable(
    {
        "read": {**_DESK, Role.PLAN_COORDINATOR: everything, Role.ELECTED_MEMBER: everything},
        "edit": _DESK,
        "adopt": _DESK,
        "announce": _DESK,
        "open": _DESK,
        "close": _DESK,
        "decide": _DESK,
        "notify": _DESK,
        "second": _DESK,
        "settle": _DESK,
        "cancel": _DESK,
        "simulate": {**_DESK, Role.PLAN_COORDINATOR: everything},
    }
)
"""Elected members vote the rules and read how a campaign goes; no wish of a child is theirs to see."""

APPLICATIONS = PermissionTable({"read": _DESK, "enter": _DESK, "remind": _DESK})
