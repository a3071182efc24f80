"""Who an account is, read on every page of whoever is logged in."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from preau.foundation.prepared import first, prepared
from preau.people.accounts.models import User


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's, with the account read by a prepared query."""

    def get_user(self, user_id: Any) -> User | None:
        user = first(_accounts(key=int(user_id)))
        return user if user is not None and self.user_can_authenticate(user) else None


@prepared
def _accounts(*, key: int) -> QuerySet[User, User]:
    return User.objects.filter(pk=key).order_by()
