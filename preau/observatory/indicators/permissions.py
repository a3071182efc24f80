"""Who may do what to an indicator, and to the effects that may have one."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything


def _carried(organisations: frozenset[int]) -> Q:
    """The organisation carries the indicator, or the effect that it speaks of."""
    return Q(carrier__in=organisations) | Q(effect__owner__in=organisations)


INDICATORS = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "choose": {Role.PLAN_COORDINATOR: everything},
        "leave": {Role.PLAN_COORDINATOR: everything},
        "type": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: _carried},
    }
)
