from __future__ import annotations

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything

_COORDINATION = {Role.PLAN_COORDINATOR.value: everything}

ADOPTION = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "prepare": _COORDINATION,
        "adopt": _COORDINATION,
        "follow": _COORDINATION,
    }
)
"""Rows are plans. ``prepare``: dates and introduction; ``follow``: starts the next plan from the adopted one."""
