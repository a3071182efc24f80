"""Mails to families: short, in French, without a child's name in them, sent once the change is kept."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from preau.foundation.mail.tasks import send_text_mail
from preau.people.households.enums import InvitationKind
from preau.people.households.models import Invitation
from preau.people.organisations.models import Commune


def send_invitation(invitation: Invitation, secret: str) -> None:
    """``secret`` is the token of the link, or the code that the other guardian typed."""
    is_code = invitation.kind == InvitationKind.GUARDIAN
    path = reverse("portal:follow") if is_code else reverse("portal:invited", args=[secret])
    said = {"invitation": invitation, "code": secret if is_code else "", "link": f"{settings.SITE_URL}{path}"}
    _send("mails/family_invitation.txt", said, invitation.email)


def send_opening_code(email: str, code: str, until: datetime) -> None:
    """Somebody wants to open a family's file with this address."""
    _send("mails/family_code.txt", {"code": code, "until": until}, email)


def send_known(email: str) -> None:
    """The address has an account: nobody else learns it, the person is shown the door."""
    _send("mails/family_known.txt", {"link": f"{settings.SITE_URL}{reverse('account_request_login_code')}"}, email)


def _send(template: str, context: dict[str, object], to: str) -> None:
    town = Commune.objects.current()
    with translation.override("fr"):
        subject, body = render_to_string(template, {**context, "town": town.name if town else ""}).split("\n", 1)
    transaction.on_commit(lambda: send_text_mail.enqueue(subject.strip(), body.strip() + "\n", to))
