"""Who designates, who follows, who may open. Whose list it is, is not a role: that door is ``queries.lists_of``."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, everything

OUTREACH = PermissionTable(
    {
        "read": {  # how many lists, for which groups, for which reasons; never a child
            Role.ADMINISTRATOR: everything,
            Role.PLAN_COORDINATOR: everything,
            Role.DATA_OFFICER: everything,
            Role.FAMILY_AGENT: everything,
        },
        "designate": {Role.ADMINISTRATOR: everything},
        "open": {Role.FAMILY_AGENT: everything},  # and designated: ``designating.referent_of``
    }
)
"""Rows: designations and lists, as they are told without a name."""
