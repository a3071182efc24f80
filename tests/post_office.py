"""The mail server of the tests: a real one, that can refuse, break a line, hang up or be away."""

from __future__ import annotations

import email
import socket
from collections.abc import Callable, Iterator
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from config.mail import mailers


class PostOffice:
    """Keeps what it takes. ``answers`` maps an address to what is said of it; ``lines`` counts how often it was called.

    ``meanwhile`` is called when it has a mail and has not said so yet; then it breaks the line for whoever is in
    ``hangs_up_on``. It breaks the line before the mail for ``hangs_up_before``, and takes ``most`` mails on a line.
    """

    def __init__(self) -> None:
        self.messages: list[email.message.EmailMessage] = []
        self.asked: list[str] = []
        self.answers: dict[str, str] = {}
        self.meanwhile: Callable[[], None] = lambda: None
        self.hangs_up_on: set[str] = set()
        self.hangs_up_before: set[str] = set()
        self.lines, self.most, self._taken_on_this = 0, 1000, 0
        self._controller: Controller | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def opens(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def closes(self) -> None:
        """Nobody answers any more at its address; lines that are open are cut."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def takes_leave(self, *, after: int) -> None:
        """Called while it has a mail in hand: it ends after so many, and answers nobody any more."""
        if len(self.messages) == after and self._controller is not None:
            self.most = after
            self._controller.server.close()

    def letters_to(self, person: Any) -> list[email.message.EmailMessage]:
        return [message for message in self.messages if person.email in str(message["To"])]

    @property
    def readers(self) -> list[str]:
        return [str(message["To"]) for message in self.messages]

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.lines += 1
        self._taken_on_this = 0
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked.append(address)
        if address in self.hangs_up_before:
            server.transport.abort()
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(email.message_from_bytes(envelope.content, policy=default))
        self._taken_on_this += 1
        self.meanwhile()
        if self.hangs_up_on & set(envelope.rcpt_tos):
            server.transport.abort()  # taken, and the line breaks before we hear of it
            return "421 gone"
        if self._taken_on_this == self.most:
            server.loop.call_soon(server.transport.close)  # once it has said so
        return "250 OK"


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    office = PostOffice()
    office.opens()
    settings.MAILERS = mailers(office.address, Path("var"))
    settings.SITE_URL = "https://preau.ville.example"
    yield office
    office.closes()
