"""Who may do what between a school and its out-of-class care. A project belongs to the side that carries it: the
coordination of the plan writes neither."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, everything, when

from .enums import Side

_EVERYBODY = {role.value: everything for role in PLAN_ROLES}


def of_either_side(organisations: frozenset[int]) -> Q:
    return Q(school__in=organisations) | Q(care__in=organisations)


def _of_my_side(organisations: frozenset[int]) -> Q:
    return Q(side=Side.SCHOOL, pair__school__in=organisations) | Q(side=Side.CARE, pair__care__in=organisations)


def _of_the_other_side(organisations: frozenset[int]) -> Q:
    mine = Q(side=Side.CARE, pair__school__in=organisations) | Q(side=Side.SCHOOL, pair__care__in=organisations)
    return mine & Q(published_at__isnull=False)


def _published_or_mine(organisations: frozenset[int]) -> Q:
    return Q(published_at__isnull=False) | _of_my_side(organisations)


PAIRS = PermissionTable(
    {
        "read": _EVERYBODY,
        "open": {Role.PLAN_COORDINATOR: everything},
        "write_school": {Role.CONTRIBUTOR: lambda organisations: Q(school__in=organisations)},
        "write_care": {Role.CONTRIBUTOR: lambda organisations: Q(care__in=organisations)},
        "join": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_either_side},
    }
)
"""``write_…``: write and publish the summary of that side. ``join``: make a joint sheet of a crossing, or refuse it."""

SUMMARIES = PermissionTable(
    {
        "read": {
            **{role.value: when(Q(published_at__isnull=False)) for role in PLAN_ROLES},
            Role.CONTRIBUTOR: _published_or_mine,
        },
        "open": {Role.CONTRIBUTOR: _of_the_other_side},
    }
)
"""``open``: be counted as somebody of the other side who opened it."""

WEEK = PermissionTable(
    {
        "read": _EVERYBODY,
        "plan": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_either_side},
    }
)
"""Of a site: its two sides plan the week together."""
