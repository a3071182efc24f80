"""The digest mail, sent: one per person and day at most, whoever runs this, however often, and however it ends.

What holds (docs/decisions: delivery of the digest):
a **mail** leaves at most once: its row is taken before the server hears of it, and a taken row is never taken again;
a **notice** is told at least once: a mail whose fate is unknown gives its unread notices back to the next day's.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from preau.foundation.mail.line import Line
from preau.people.accounts.models import User
from preau.people.notices.enums import DigestKind
from preau.people.notices.letter import Addresses, letter
from preau.people.notices.models import Digest, DigestChoice, Notice
from preau.people.notices.queries import Reader, readers
from preau.people.notices.rules import Fate, fate
from preau.people.notices.waiting import Waiting, WaitingSource, nothing_waits

logger = logging.getLogger(__name__)

type Clock = Callable[[], datetime]


@dataclass(slots=True)
class Round:
    """How a run went: mails that left, addresses refused, mails to try again, mails whose fate nobody knows."""

    sent: int = 0
    refused: int = 0
    not_left: int = 0
    unknown: int = 0


class Failure(NamedTuple):
    fate: Fate
    why: str  # the kind of error, nothing of its words


def send_digests(
    kind: DigestKind, *, on: date, before: datetime, clock: Clock, waiting: WaitingSource = nothing_waits
) -> Round:
    """Writes to everybody whose mail of the day is still to be made; ``before`` closes the list of its news.

    Can be run again at any time, and by two workers at once. One person's failure stops nobody else's mail; where no
    server answers, the rest is left to the next run, untaken.
    """
    give_back(on)
    people = readers(kind, on=on, before=before)
    waits = _waiting_of(people, waiting, on)
    done = Round()
    with Line() as line:
        for reader in people:
            things = waits.get(reader.person.pk, ())
            if not (reader.has_news or things):
                continue
            digest = take(reader.person, kind, on=on, before=before, now=clock(), anyway=bool(things))
            if digest is None:
                continue
            failure = hand_over(digest, things, line)
            _close(digest, failure, done, clock())
            if failure is not None and failure.fate is Fate.NO_SERVER:
                break
    return done


def give_back(on: date) -> int:
    """News of the mails of earlier days that did not surely leave, and that are still unread, go into the next one."""
    lost = Digest.objects.filter(on__lt=on, sent_at__isnull=True, refused_at__isnull=True)
    return Notice.objects.unread().filter(sent_in__in=lost).update(sent_in=None)


def _waiting_of(people: Sequence[Reader], waiting: WaitingSource, on: date) -> dict[int, Sequence[Waiting]]:
    """Asked once by language: what waits is told in the words of whoever reads it."""
    found: dict[int, Sequence[Waiting]] = {}
    for language in sorted({reader.language for reader in people}):
        with override(language):
            found |= waiting([reader.person for reader in people if reader.language == language], on)
    return found


@transaction.atomic
def take(
    person: User, kind: DigestKind, *, on: date, before: datetime, now: datetime, anyway: bool = False
) -> Digest | None:
    """The person's mail of that day with its news attached, ours alone to send; None when there is none to send.

    The unique row is the gate: another worker waits here until we have committed, then finds it taken. ``anyway``:
    something waits for them, so that a mail without news has its reason.
    """
    Digest.objects.bulk_create([Digest(user=person, on=on, kind=kind)], ignore_conflicts=True)
    digest = Digest.objects.select_for_update(no_key=True).filter(user=person, on=on, taken_at__isnull=True).first()
    if digest is None:
        return None
    news = Notice.objects.to_send(before).filter(recipient=person).update(sent_in=digest)
    if not news and not anyway:
        digest.delete()
        return None
    digest.kind, digest.taken_at = kind, now
    digest.save(update_fields=["kind", "taken_at"])
    return digest


def hand_over(digest: Digest, things: Sequence[Waiting], line: Line) -> Failure | None:
    """Writes the mail and gives it to the server. None: the server took it."""
    try:
        message = message_of(digest, things)
    except Exception as error:
        logger.exception("digest %s could not be written", digest.pk)
        return Failure(Fate.NOT_LEFT, type(error).__name__)
    try:
        line.send(message)
    except Exception as error:
        return Failure(fate(error), type(error.__cause__ or error).__name__)
    return None


def _close(digest: Digest, failure: Failure | None, done: Round, now: datetime) -> None:
    """Writes how it ended. No address and no server's words in the log: they name the person."""
    row = Digest.objects.filter(pk=digest.pk)
    match failure:
        case None:
            row.update(sent_at=now)
            done.sent += 1
        case Failure(Fate.REFUSED):
            row.update(refused_at=now)
            done.refused += 1
            logger.warning("digest %s: the address of account %s is refused", digest.pk, digest.user_id)
        case Failure(Fate.NOT_LEFT | Fate.NO_SERVER, why):
            _let_go(digest)
            done.not_left += 1
            logger.warning("digest %s did not leave (%s); the next run tries again", digest.pk, why)
        case Failure(Fate.UNKNOWN, why):
            done.unknown += 1
            logger.error("digest %s may have left (%s); it is not sent again", digest.pk, why)


@transaction.atomic
def _let_go(digest: Digest) -> None:
    """Surely not sent: its row can be taken again today, its news are free again."""
    digest.notices.update(sent_in=None)
    Digest.objects.filter(pk=digest.pk).update(taken_at=None)


def message_of(digest: Digest, things: Sequence[Waiting]) -> EmailMessage:
    """Retried, it bears the same Message-ID: a server that saw it already can tell."""
    person = digest.user
    choice, _ = DigestChoice.objects.get_or_create(user=person)
    addresses = _addresses(choice)
    words = letter(
        DigestKind(digest.kind),
        first_name=person.get_short_name(),
        language=choice.language,
        notices=list(digest.notices.all()),
        waiting=things,
        addresses=addresses,
    )
    headers = {
        "List-Unsubscribe": f"<{addresses.stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
        "Auto-Submitted": "auto-generated",  # RFC 3834: no answer from holiday robots
        "Content-Language": choice.language,
        "Message-ID": f"<nouvelles.{digest.pk}.{digest.on:%Y%m%d}@{_host(addresses.site)}>",
    }
    return EmailMessage(words.subject, words.body, settings.DEFAULT_FROM_EMAIL, [person.email], headers=headers)


def _addresses(choice: DigestChoice) -> Addresses:
    site = settings.SITE_URL
    return Addresses(
        site=site,
        news=site + reverse("workspace:notices" if choice.user.memberships.exists() else "portal:news"),
        choice=site + reverse("shell:account") + "#courriels",
        stop=site + reverse("public:mail_stop", args=[choice.stop_token]),
    )


def _host(site: str) -> str:
    return site.split("//")[-1].split("/")[0].split(":")[0]
