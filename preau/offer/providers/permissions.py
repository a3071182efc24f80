"""Who may read and answer requests to join, and who may see and keep papers."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation

_AGENTS: dict[str, Scope] = {Role.CATALOGUE_AGENT: everything, Role.PLAN_COORDINATOR: everything}
_OWN = of_my_organisation("organisation")

JOINS = PermissionTable({"read": _AGENTS, "accept": _AGENTS, "refuse": _AGENTS})

PAPERS = PermissionTable(
    {
        "read": {**_AGENTS, Role.PROVIDER: _OWN, Role.CONTRIBUTOR: _OWN},
        "declare": {**_AGENTS, Role.PROVIDER: _OWN, Role.CONTRIBUTOR: _OWN},
        "check": _AGENTS,
    }
)

PROVIDERS = PermissionTable(
    {
        # Rows are organisations: their papers and entries side by side.
        "read": {**_AGENTS, Role.PROVIDER: of_my_organisation("pk"), Role.CONTRIBUTOR: of_my_organisation("pk")},
        "keep": _AGENTS,
    }
)
