"""Who may do what to an agreement. Whoever records signatures does not sign, and the other way round."""

from __future__ import annotations

from django.db.models import Q

from preau.cooperation.agreements.models import Party
from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

_COORDINATION = {Role.PLAN_COORDINATOR.value: everything}
_WATCHERS = (Role.PLAN_COORDINATOR, Role.ADMINISTRATOR, Role.ELECTED_MEMBER, Role.DATA_OFFICER)
_PARTNERS = (Role.CONTRIBUTOR, Role.READER)
SIGNING = (Role.ELECTED_MEMBER, Role.CONTRIBUTOR, Role.READER)
"""Roles under which somebody may speak for an institution."""


def _where_we_are_a_party(organisations: frozenset[int]) -> Q:
    return Q(pk__in=Party.objects.filter(organisation__in=organisations).values("agreement"))


def _of_such_an_agreement(organisations: frozenset[int]) -> Q:
    return Q(agreement__in=Party.objects.filter(organisation__in=organisations).values("agreement"))


def _our_place(organisations: frozenset[int]) -> Q:
    return Q(organisation__in=organisations)


AGREEMENTS = PermissionTable(
    {
        "read": {
            **{role.value: everything for role in _WATCHERS},
            **{role.value: _where_we_are_a_party for role in _PARTNERS},
        },
        "write": _COORDINATION,
        "advance": _COORDINATION,
        "set_delays": _COORDINATION,
    }
)

PARTIES = PermissionTable(
    {
        "read": {
            **{role.value: everything for role in _WATCHERS},
            **{role.value: _of_such_an_agreement for role in _PARTNERS},
        },
        "record": _COORDINATION,
        "sign": {role.value: _our_place for role in SIGNING},
    }
)
"""``sign`` opens the place of one's organisation; only the person named there signs (``signing.may_sign``)."""
