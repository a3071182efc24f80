from __future__ import annotations

import email
import socket
from collections.abc import Callable, Iterator
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from config.mail import mailers
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from tests.cast import make_person


class PostOffice:
    """A real SMTP server that keeps what it takes. ``answers`` maps an address to what the server says of it."""

    def __init__(self) -> None:
        self.messages: list[email.message.EmailMessage] = []
        self.asked: list[str] = []
        self.answers: dict[str, str] = {}
        self.meanwhile: Callable[[], None] = lambda: None
        self.hangs_up_on: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked.append(address)
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(email.message_from_bytes(envelope.content, policy=default))
        self.meanwhile()
        if self.hangs_up_on & set(envelope.rcpt_tos):
            server.transport.abort()  # taken, and the line breaks before we hear of it
            return "421 gone"
        return "250 OK"

    def letters_to(self, person) -> list[email.message.EmailMessage]:
        return [message for message in self.messages if person.email in str(message["To"])]


@pytest.fixture
def post_office(settings) -> Iterator[PostOffice]:
    office = PostOffice()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAILERS = mailers(f"smtp://127.0.0.1:{port}", Path("var"))
    settings.SITE_URL = "https://preau.ville.example"
    yield office
    controller.stop()


@pytest.fixture
def tell(now):
    """``tell(person, "A1.G1.O1")``: something happened yesterday, which the mail of this morning should say."""
    from datetime import timedelta

    def telling(*people, title="A1.G1.O1", kind=NoticeKind.REPLIED, subject=None, at=None, **more):
        return notify(
            people,
            kind=kind,
            subject=subject or f"plan.PlanItem:{title}",
            title=title,
            path="/atelier/projet/a1-g1-o1/",
            now=at or now - timedelta(days=1),
            **more,
        )

    return telling


@pytest.fixture
def nadia(db):
    return make_person("coordinator")


@pytest.fixture
def awa(db):
    return make_person("contributor")
