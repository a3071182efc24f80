from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model, Q, QuerySet

from .actor import Actor

type Scope = Callable[[frozenset[int]], Q]
"""From the organisations a role is held for, to the rows that it opens."""

_NOTHING = Q(pk__in=[])


def everything(organisations: frozenset[int]) -> Q:
    return ~_NOTHING


def of_my_organisation(field: str) -> Scope:
    """Rows whose ``field`` (a path to an organisation) is one of those the role is held for."""
    return lambda organisations: Q(**{f"{field}__in": organisations})


def when(condition: Q) -> Scope:
    """Rows that fulfil a condition, whoever asks."""
    return lambda _: condition


def published(field: str) -> Scope:
    """Rows whose ``field`` (a path to an instant) is set: they were shown to the public."""
    return when(Q(**{f"{field}__isnull": False}))


class PermissionTable:
    """``{action: {role: scope}}``. A role that an action does not name may not do it; no rule, no right."""

    def __init__(self, rules: Mapping[str, Mapping[str, Scope]]) -> None:
        self.rules = rules

    def rows[M: Model](self, actor: Actor, action: str, queryset: QuerySet[M]) -> QuerySet[M]:
        """The rows on which the actor may do the action. Raises KeyError for an action that nobody declared."""
        condition = _NOTHING
        for role, scope in self.rules[action].items():
            if role in actor.parts:
                condition = condition | scope(actor.parts[role])
        return queryset.filter(condition)

    def may(self, actor: Actor, action: str, thing: Any = None) -> bool:
        """Whether the actor may do the action to this object, or to some object at all when none is given."""
        if thing is None:
            return any(role in actor.parts for role in self.rules[action])
        return self.rows(actor, action, type(thing)._default_manager.filter(pk=thing.pk)).exists()
