"""Who reads how near the offer is: who steers it, who keeps it, who arbitrates."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

EQUITY = PermissionTable(
    {
        "read": {
            Role.PLAN_COORDINATOR: everything,
            Role.CATALOGUE_AGENT: everything,
            Role.ELECTED_MEMBER: everything,
        }
    }
)
