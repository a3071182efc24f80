from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from preau.people.accounts.enums import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from preau.people.accounts.models import User

PUBLIC = "public"
"""The part that everybody plays, with or without an account."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, on a given day: the account and the roles it holds, each with its organisations.

    ``parts`` maps a role (or PUBLIC) to the ids of the organisations it is held for.
    """

    user: User | None
    parts: dict[str, frozenset[int]]

    def holds(self, *roles: Role) -> bool:
        return any(role in self.parts for role in roles)

    @property
    def is_professional(self) -> bool:
        return any(part != PUBLIC for part in self.parts)

    @property
    def organisations(self) -> frozenset[int]:
        return frozenset().union(*self.parts.values())


def actor_of(user: User | AnonymousUser, today: date) -> Actor:
    """One query for somebody logged in, none for a visitor."""
    from preau.people.accounts.models import User as Account
    from preau.people.permissions.held import memberships

    parts: dict[str, frozenset[int]] = {PUBLIC: frozenset()}
    if not isinstance(user, Account) or not user.is_active:
        return Actor(None, parts)
    for role, organisation in memberships(account=user, on=today):
        parts[role] = parts.get(role, frozenset()) | {organisation}
    return Actor(user, parts)
