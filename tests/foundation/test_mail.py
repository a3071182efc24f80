"""Mail leaves through a real SMTP server."""

from __future__ import annotations

import email
import socket
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from preau.foundation.mail.tasks import send_text_mail


class Inbox:
    def __init__(self) -> None:
        self.messages: list[email.message.EmailMessage] = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(email.message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def inbox():
    box = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        box.port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


def _mailers(port: int) -> dict:
    from pathlib import Path

    from config.mail import mailers

    return mailers(f"smtp://127.0.0.1:{port}", Path("var"))


def test_person_receives_the_mail_as_it_was_written(inbox, settings):
    settings.MAILERS = _mailers(inbox.port)
    settings.DEFAULT_FROM_EMAIL = "Préau <ne-pas-repondre@ville.example>"
    send_text_mail.call("Votre code", "Voilà l’été : 123456\n", "nadia@essai.example")
    [message] = inbox.messages
    assert message["Subject"] == "Votre code"
    assert message["To"] == "nadia@essai.example"
    assert message["From"].addresses[0].addr_spec == "ne-pas-repondre@ville.example"
    assert message.get_content().strip() == "Voilà l’été : 123456"
    assert message.get_content_type() == "text/plain"


def test_server_that_is_down_leaves_a_failed_job_and_no_crash(settings):
    from django.tasks import TaskResultStatus

    settings.MAILERS = _mailers(9)
    result = send_text_mail.enqueue("Votre code", "123456", "nadia@essai.example")
    assert result.status == TaskResultStatus.FAILED
