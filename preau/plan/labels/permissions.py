"""Who may do what to a label's file. A school's own steps belong to the school, whoever coordinates the plan."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation, when
from preau.plan.labels.enums import TOWN_KINDS

_PROFESSIONALS = {role.value: everything for role in PLAN_ROLES}
_OF_THE_TOWN = when(Q(applicant__kind__in=TOWN_KINDS))
_APPLICANT: dict[str, Scope] = {
    Role.PLAN_COORDINATOR: _OF_THE_TOWN,
    Role.CONTRIBUTOR: of_my_organisation("applicant"),
}

LABELS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        # What was joined may tell of a class: it is not for everybody who reads the plan.
        "read_proofs": {
            Role.PLAN_COORDINATOR: everything,
            Role.ELECTED_MEMBER: everything,
            Role.DATA_OFFICER: everything,
            Role.CONTRIBUTOR: of_my_organisation("applicant"),
        },
        # The town brings its proofs to a school's file; it does not say that they are enough.
        "prove": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("applicant")},
        "prepare": _APPLICANT,
        "submit": _APPLICANT,
        "grant": _APPLICANT,
        "refuse": _APPLICANT,
        "renew": _APPLICANT,
        "abandon": _APPLICANT,
        "expire": {},
    }
)
"""``expire`` is the program's: nobody ends a label by hand."""

APPLICANTS = PermissionTable(
    {
        "read": _PROFESSIONALS,
        "open": {
            Role.PLAN_COORDINATOR: when(Q(kind__in=TOWN_KINDS)),
            Role.CONTRIBUTOR: of_my_organisation("pk"),
        },
    }
)
"""On organisations: for which of them one may open a file."""

SCHEMES = PermissionTable({"read": _PROFESSIONALS, "edit": {Role.PLAN_COORDINATOR: everything}})
