"""One line to the mail server for many mails: it is opened once, as a server greets and checks us each time it is."""

from __future__ import annotations

import smtplib
from types import TracebackType
from typing import Self

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend


class NotReached(Exception):
    """The server is not there, or will not have us: no mail left, and the next one would fare no better now.

    Its cause says why: a time-out, a name that is not found, a password that is refused…
    """


class Line:
    """``with Line() as line: line.send(mail)``. What a mail raises is its own: the next one is given a new line.

    A server may hang up on a line that took enough mails, or that waited: it is asked for a sign of life before each,
    so that a mail on a dead line is never one whose fate is unknown. Mails kept on this machine are one file each.
    """

    def __init__(self) -> None:
        self._server: EmailBackend | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._hang_up()

    def send(self, mail: EmailMessage) -> None:
        """Raises ``NotReached``, or whatever the server answered to this mail (``smtplib``, ``OSError``)."""
        mailer = self._server if self._is_alive() else self._opened()
        try:
            mailer.send_messages([mail])  # type: ignore[union-attr]  # alive, or just opened
        except BaseException:
            self._hang_up()
            raise

    def _opened(self) -> BaseEmailBackend:
        self._hang_up()
        mailer = mailers.default
        if isinstance(mailer, EmailBackend):
            self._server = mailer  # even half open, it is hung up
            try:
                mailer.open()
            except Exception as error:
                self._hang_up()
                raise NotReached from error
        return mailer

    def _is_alive(self) -> bool:
        if self._server is None or self._server.connection is None:
            return False
        try:
            return bool(self._server.connection.noop()[0] == 250)
        except (smtplib.SMTPException, OSError):
            return False

    def _hang_up(self) -> None:
        server, self._server = self._server, None
        if server is None:
            return
        server.fail_silently = True  # the mails are with the server; how it takes leave changes nothing
        server.close()
