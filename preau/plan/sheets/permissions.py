"""Who may do what to an action sheet. Steps have the names of ``states.py``."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation, when

from .enums import SheetState

_SHARED = Q(proposed_at__isnull=False) & ~Q(state=SheetState.DRAFT)
"""A draft is its two organisations' own affair."""


def of_either_side(organisations: frozenset[int]) -> Q:
    return Q(owner__in=organisations) | Q(co_owner__in=organisations)


def _shared_or_mine(organisations: frozenset[int]) -> Q:
    return _SHARED | of_either_side(organisations)


_COORDINATION: dict[str, Scope] = {Role.PLAN_COORDINATOR: everything}
_BY_THE_OWNER: dict[str, Scope] = {**_COORDINATION, Role.CONTRIBUTOR: of_my_organisation("owner")}
_BY_THE_CO_OWNER: dict[str, Scope] = {**_COORDINATION, Role.CONTRIBUTOR: of_my_organisation("co_owner")}
_BY_BOTH: dict[str, Scope] = {**_COORDINATION, Role.CONTRIBUTOR: of_either_side}

SHEETS = PermissionTable(
    {
        "read": {
            **{role: when(_SHARED) for role in PLAN_ROLES},
            Role.PLAN_COORDINATOR: everything,
            Role.CONTRIBUTOR: _shared_or_mine,
        },
        "create": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: everything},
        "edit": _BY_THE_OWNER,
        "copy": _BY_THE_OWNER,
        "comment": _BY_BOTH,
        "propose": _BY_THE_OWNER,
        "validate": _BY_BOTH,
        "schedule": _BY_THE_OWNER,
        "start": _BY_THE_OWNER,
        "review": _BY_THE_OWNER,
        "archive": _BY_THE_OWNER,
        "reject": _BY_THE_CO_OWNER,
        "redraft": _BY_BOTH,
        "cancel": _BY_THE_OWNER,
        # Not even the coordination: the data officer takes orders from nobody in this (RGPD, art. 38.3).
        "give_opinion": {Role.DATA_OFFICER: when(_SHARED)},
    }
)
