"""Who may do what to campaigns. Families enter by ``households.doors``, and only once a campaign is announced."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything

_DESK: dict[str, Scope] = {Role.FAMILY_AGENT: everything}

CAMPAIGNS = PermissionTable(
    {
        "read": {**_DESK, Role.PLAN_COORDINATOR: everything, Role.ELECTED_MEMBER: everything},
        "edit": _DESK,
        "adopt": _DESK,
        "announce": _DESK,
        "open": _DESK,
        "close": _DESK,
        "decide": _DESK,
        "notify": _DESK,
        "second": _DESK,
        "settle": _DESK,
        "cancel": _DESK,
        "simulate": {**_DESK, Role.PLAN_COORDINATOR: everything},
    }
)
"""Elected members vote the rules and read how a campaign goes; no wish of a child is theirs to see."""

APPLICATIONS = PermissionTable(
    {"read": _DESK, "enter": _DESK, "remind": _DESK, "post": _DESK, "accompany": _DESK, "take": _DESK}
)
"""A list that names children is nobody's but the desk's; ``take``: as a file or on paper, out of this program."""

OVERRIDES = PermissionTable({"read": _DESK, "ask": _DESK, "sign": _DESK, "refuse": _DESK, "withdraw": _DESK})
"""Two people of the desk, never one twice, never one whose child is in the campaign: the verbs see to it. Who steers
reads how many there were; why and for whom stays with those who keep the families' files."""

APPEALS = PermissionTable({"read": _DESK, "record": _DESK, "answer": _DESK})
"""A family contests by its own door; the desk takes down what comes on paper, and answers."""
