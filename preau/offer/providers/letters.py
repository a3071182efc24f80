"""The mails that somebody without an account receives: plain text, French, sent once the act is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from preau.foundation.mail.tasks import send_text_mail

from .models import JoinRequest


def send_confirmation(request: JoinRequest, token: str) -> None:
    _send("confirmation", request, link=reverse("public:join_confirmation", args=[token]))


def send_acceptance(request: JoinRequest) -> None:
    _send("acceptance", request, link=reverse("account_login"))


def send_refusal(request: JoinRequest) -> None:
    _send("refusal", request, link=reverse("public:join"))


def _send(letter: str, request: JoinRequest, *, link: str) -> None:
    context = {"request": request, "town": request.commune.name, "link": f"{settings.SITE_URL}{link}"}
    with translation.override("fr"):
        subject, body = render_to_string(f"mails/join_{letter}.txt", context).split("\n", 1)
    transaction.on_commit(lambda: send_text_mail.enqueue(subject.strip(), body.strip() + "\n", request.email))
