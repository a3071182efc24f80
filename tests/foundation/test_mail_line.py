"""Many mails on one line, by a real server that counts its lines and hangs up when it likes."""

from __future__ import annotations

import smtplib
import socket
import time
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMessage

from config.mail import mailers
from preau.foundation.mail.line import Line


class Office:
    """Takes ``most`` mails on a line, then closes it without a word."""

    def __init__(self, most: int = 1000) -> None:
        self.most, self.lines, self.taken, self.served = most, 0, [], 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.lines += 1
        self.served = 0
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("personne@"):
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken += envelope.rcpt_tos
        self.served += 1
        if self.served == self.most:
            server.loop.call_later(0.01, server.transport.close)
        return "250 OK"


@pytest.fixture
def office(settings):
    made = Office()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(made, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAILERS = mailers(f"smtp://127.0.0.1:{port}", Path("var"))
    yield made
    controller.stop()


def mail(to: str) -> EmailMessage:
    return EmailMessage("Place confirmée", "Bonjour", "ville@preau.example", [to])


def test_ten_mails_take_one_line(office):
    with Line() as line:
        for number in range(10):
            line.send(mail(f"parent{number}@familles.example"))
    assert (len(office.taken), office.lines) == (10, 1)


def test_a_server_that_hangs_up_is_called_again_and_no_mail_is_lost_or_doubled(office):
    office.most = 2
    with Line() as line:
        for number in range(5):
            line.send(mail(f"parent{number}@familles.example"))
            time.sleep(0.05)
    assert (office.taken, office.lines) == ([f"parent{number}@familles.example" for number in range(5)], 3)


def test_an_address_that_is_refused_is_its_own_trouble(office):
    with Line() as line:
        line.send(mail("un@familles.example"))
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.send(mail("personne@familles.example"))
        line.send(mail("deux@familles.example"))
    assert office.taken == ["un@familles.example", "deux@familles.example"]


def test_a_server_that_is_away_is_told_as_it_is(settings):
    settings.MAILERS = mailers("smtp://127.0.0.1:1", Path("var"))
    with Line() as line, pytest.raises(ConnectionRefusedError):
        line.send(mail("un@familles.example"))


def test_mails_kept_on_this_machine_are_one_file_each(settings, tmp_path):
    settings.MAILERS = mailers("file", tmp_path)
    with Line() as line:
        line.send(mail("un@familles.example"))
        line.send(mail("deux@familles.example"))
    assert len(list((tmp_path / "mails").iterdir())) == 2
