from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation


class AddressTaken(Exception):
    """An account already has this mail address."""


@transaction.atomic
def open_account(
    *,
    email: str,
    full_name: str,
    role: Role,
    organisation: Organisation,
    by: User | None,
    now: datetime,
    password: str | None = None,
    job_title: str = "",
) -> User:
    """Opens an account with a first role. Raises AddressTaken."""
    if User.objects.filter(email__iexact=email).exists():
        raise AddressTaken
    user = User.objects.create_user(email, password, full_name=full_name)
    Membership.objects.create(
        user=user, organisation=organisation, role=role, job_title=job_title, starts_on=timezone.localdate(now)
    )
    record("account.opened", user, by=by.pk if by else None, now=now, details={"role": str(role)})
    return user


@transaction.atomic
def close_account(user: User, *, by: User | None, now: datetime) -> None:
    """Nothing of the person is left, and nobody enters. An account that holds a role stays: it is a professional's."""
    today = timezone.localdate(now)
    if user.memberships.on(today).exists():
        return
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.full_name, user.email, user.is_active = "", f"efface-{user.pk}@efface.invalid", False
    user.set_unusable_password()
    user.save()
    user.notices.all().delete()
    record("account.erased", user, by=by.pk if by else None, now=now)
