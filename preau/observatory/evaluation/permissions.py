"""Who may do what to an evaluation. A side contributes to what it carries; the coordination proposes and records."""

from __future__ import annotations

from django.db.models import Q

from preau.people.accounts.enums import PLAN_ROLES, Role
from preau.people.permissions import PUBLIC, PermissionTable, Scope, everything, of_my_organisation, when

from .enums import EvaluationState

_SETTLED = (EvaluationState.ADOPTED, EvaluationState.PUBLISHED)
_COORDINATION: dict[str, Scope] = {Role.PLAN_COORDINATOR: everything}
_AT_WORK = (Role.PLAN_COORDINATOR, Role.CONTRIBUTOR, Role.ELECTED_MEMBER)
"""Those who read an evaluation while it is made; the others read what the committee adopted."""

_READ: dict[str, Scope] = {
    **{role.value: when(Q(state__in=_SETTLED)) for role in PLAN_ROLES},
    **{role.value: everything for role in _AT_WORK},
}


def _of_settled(path: str) -> dict[str, Scope]:
    return {
        **{role.value: when(Q(**{f"{path}__state__in": _SETTLED})) for role in PLAN_ROLES},
        **{role.value: everything for role in _AT_WORK},
    }


EVALUATIONS = PermissionTable(
    {
        "read": _READ,
        "read_published": {PUBLIC: when(Q(state=EvaluationState.PUBLISHED))},
        "prepare": _COORDINATION,
        "open": _COORDINATION,
        "close": _COORDINATION,
        "reopen": _COORDINATION,
        "propose": _COORDINATION,
        "adopt": _COORDINATION,
        "publish": _COORDINATION,
        "follow": {Role.PLAN_COORDINATOR: everything, Role.ELECTED_MEMBER: everything},
    }
)

CONTRIBUTIONS = PermissionTable(
    {
        "read": _of_settled("evaluation"),
        "write": {Role.PLAN_COORDINATOR: everything, Role.CONTRIBUTOR: of_my_organisation("organisation")},
    }
)

VERDICTS = PermissionTable(
    {
        "read": _of_settled("evaluation"),
        "dissent": {Role.CONTRIBUTOR: everything},
    }
)

DISSENTS = PermissionTable({"withdraw": {Role.CONTRIBUTOR: of_my_organisation("organisation")}})

TARGETS = PermissionTable({"set": _COORDINATION})

SURVEYS = PermissionTable(
    {
        "read": {role.value: everything for role in PLAN_ROLES},
        "record": _COORDINATION,
    }
)
