"""What becomes of a mail that the server did not simply take."""

from __future__ import annotations

import smtplib
import socket
from enum import StrEnum

from preau.foundation.mail.line import NotReached


class Fate(StrEnum):
    REFUSED = "refused"  # this address is not wanted: trying again today is useless
    NOT_LEFT = "not_left"  # the server said no, or was not there: the mail did not leave and may be tried again
    NO_SERVER = "no_server"  # nobody took the line: neither this mail nor the next ones leave now
    UNKNOWN = "unknown"  # the line broke: the mail may have left, and must not be tried again


_NOT_LEFT: tuple[type[Exception], ...] = (
    smtplib.SMTPSenderRefused,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPDataError,
    smtplib.SMTPRecipientsRefused,
    ConnectionRefusedError,
    socket.gaierror,
)
"""Failures in which the server answered no, or nobody answered at all. A time-out or a lost line is not one of them."""


def fate(error: Exception) -> Fate:
    """RFC 5321: 5yz is for good, 4yz for now. Whatever we can't name may have happened after the mail left."""
    if isinstance(error, NotReached):
        return Fate.NO_SERVER
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Fate.REFUSED  # an address with accents, and a server that has no SMTPUTF8
    if isinstance(error, smtplib.SMTPRecipientsRefused) and _for_good(error):
        return Fate.REFUSED
    return Fate.NOT_LEFT if isinstance(error, _NOT_LEFT) else Fate.UNKNOWN


def _for_good(error: smtplib.SMTPRecipientsRefused) -> bool:
    return all(code >= 500 for code, _ in error.recipients.values())
