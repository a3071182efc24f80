from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation, when

_of_town: Scope = when(Q(organisation__isnull=True))
_mine = of_my_organisation("organisation")


def _mine_and_those_of_town(organisations: frozenset[int]) -> Q:
    """An association may use a price of the town, and sees no other association's."""
    return _of_town(organisations) | _mine(organisations)


PRICES = PermissionTable(
    {
        "read": {**{role.value: everything for role in PLAN_ROLES}, Role.PROVIDER: _mine_and_those_of_town},
        "edit": {Role.PLAN_COORDINATOR: _of_town, Role.CATALOGUE_AGENT: _of_town, Role.PROVIDER: _mine},
    }
)
