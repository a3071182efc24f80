"""Who reads which children are seen least: who steers, who arbitrates, who keeps the offer, who guards the data."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

MISSING = PermissionTable(
    {
        "read": {
            Role.PLAN_COORDINATOR: everything,
            Role.CATALOGUE_AGENT: everything,
            Role.ELECTED_MEMBER: everything,
            Role.DATA_OFFICER: everything,
            Role.FAMILY_AGENT: everything,
        }
    }
)
