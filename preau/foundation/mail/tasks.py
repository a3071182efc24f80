from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.tasks import task


@task
def send_text_mail(subject: str, body: str, to: str) -> None:
    """One plain text mail to one address. A server that refuses leaves the job failed, to be sent again."""
    EmailMessage(subject.strip(), body, settings.DEFAULT_FROM_EMAIL, [to]).send()
