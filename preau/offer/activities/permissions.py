"""Who may do what to an entry of the catalogue. Steps have the names of ``publishing.states``."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import Role
from preau.people.permissions import PUBLIC, PermissionTable, Scope, everything, of_my_organisation, when

from .enums import EntryState

SHOWN = Q(state__in=(EntryState.PUBLISHED, EntryState.STALE))
_AGENTS: dict[str, Scope] = {Role.CATALOGUE_AGENT: everything, Role.PLAN_COORDINATOR: everything}
_OWN = of_my_organisation("organisation")
_OWNERS: dict[str, Scope] = {**_AGENTS, Role.PROVIDER: _OWN, Role.CONTRIBUTOR: _OWN}

ACTIVITIES = PermissionTable(
    {
        "read": {**_OWNERS, PUBLIC: when(SHOWN)},
        # The page of an entry in the workspace: its history and what was answered are no affair of the public.
        "follow": _OWNERS,
        "create": _OWNERS,
        "edit": _OWNERS,
        "copy": _OWNERS,
        "delete": _OWNERS,
        "propose": _OWNERS,
        "redraft": _OWNERS,
        "verify": _OWNERS,
        "withdraw": _OWNERS,
        "publish": _AGENTS,
        "ask": _AGENTS,
        "refuse": _AGENTS,
        "reread": _AGENTS,
    }
)
