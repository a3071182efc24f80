"""Proving once more who one is, before an act that commits: a password, or a login of a few minutes ago."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from preau.people.accounts.models import User

FRESH = 10 * 60
"""Seconds during which a login proves who is there."""


def has_just_logged_in(request: HttpRequest, person: User) -> bool:
    """Whether this session was opened, by whatever means, a few minutes ago."""
    records = get_authentication_records(request, person)
    return any(time.time() - record["at"] < FRESH for record in records)


def refusal_of_password(request: HttpRequest, person: User, password: str) -> str | None:
    """The sentence when it is not theirs, None when it is. Failures count towards the limit of the login page."""
    try:
        is_right = get_adapter(request).reauthenticate(person, password)
    except ValidationError as limit:
        return " ".join(limit.messages)
    return None if is_right else _("Ce n’est pas votre mot de passe. Rien n’a été signé.")
