"""What makes a notice, and what a person does with theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F

from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.notices.enums import Frequency, MailLanguage, NoticeKind
from preau.people.notices.models import Digest, DigestChoice, Notice

_TITLE = 160
_BLANKS = re.compile(r"[ \t\r\n]+")  # a no-break space is French typography: it stays


@dataclass(frozen=True, slots=True)
class News:
    """What some people are told of one thing.

    ``title`` names the thing and quotes nobody: it leaves by mail. ``path`` is an address of this site ("/atelier/…"),
    ValueError otherwise. Whoever did it (``by``) is not told.
    """

    recipients: Sequence[User]
    kind: NoticeKind
    subject: models.Model | str
    title: str
    path: str
    by: User | None = None
    due_on: date | None = None

    def __post_init__(self) -> None:
        if not self.path.startswith("/") or self.path.startswith(("//", "/\\")):
            raise ValueError("the path of a notice stays on this site")

    @property
    def told(self) -> list[int]:
        """Accounts, each once; those that are closed read nothing."""
        return sorted(
            {each.pk for each in self.recipients if each.is_active and (not self.by or each.pk != self.by.pk)}
        )

    @property
    def about(self) -> str:
        return self.subject if isinstance(self.subject, str) else f"{self.subject._meta.label}:{self.subject.pk}"

    def said(self, now: datetime) -> dict[str, Any]:
        title = _BLANKS.sub(" ", self.title).strip()
        title = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
        return {"title": title, "path": self.path, "at": now, "due_on": self.due_on}


def notify(
    recipients: Iterable[User],
    *,
    kind: NoticeKind,
    subject: models.Model | str,
    title: str,
    path: str,
    now: datetime,
    by: User | None = None,
    due_on: date | None = None,
) -> int:
    """Tells each person one thing once. Gives how many were told."""
    return notify_all([News(tuple(recipients), kind, subject, title, path, by, due_on)], now=now)


@transaction.atomic
def notify_all(news: Sequence[News], *, now: datetime) -> int:
    """Two queries, whatever the number of news and people, and one for each thing that somebody has not read yet: that
    notice is renewed, comes back on top, and into the next mail. Gives how many were told, each as often as told."""
    everybody = {pk for each in news for pk in each.told}
    if not everybody:
        return 0
    unread = Notice.objects.unread().filter(recipient__in=everybody, subject__in={each.about for each in news})
    known = set(unread.values_list("recipient_id", "kind", "subject"))
    fresh: dict[tuple[int, str, str], Notice] = {}
    for each in news:
        keys = [(pk, str(each.kind), each.about) for pk in each.told]
        for key in keys:
            if key in known:
                continue
            if key in fresh:
                fresh[key].times += 1
            notice = fresh.setdefault(key, Notice(recipient_id=key[0], kind=each.kind, subject=each.about))
            for name, value in each.said(now).items():
                setattr(notice, name, value)
        again = [key[0] for key in keys if key in known]
        if again:
            old = Notice.objects.unread().filter(recipient__in=again, kind=each.kind, subject=each.about)
            old.update(**each.said(now), times=F("times") + 1, sent_in=None)
    # Somebody else may have told them a moment ago: then theirs stands, and the database keeps ours out.
    Notice.objects.bulk_create(fresh.values(), ignore_conflicts=True)
    return sum(len(each.told) for each in news)


def mark_read(notice: Notice, *, now: datetime) -> Notice:
    """The first reading counts; reading again changes nothing."""
    if notice.read_at is None:
        notice.read_at = now
        Notice.objects.unread().filter(pk=notice.pk).update(read_at=now)
    return notice


def mark_all_read(user: User, *, now: datetime, until: datetime | None = None) -> int:
    """What the person had on the screen: what happened after ``until`` stays unread. Gives how many were marked."""
    return Notice.objects.unread().filter(recipient=user, at__lte=until or now).update(read_at=now)


@transaction.atomic
def choose_frequency(
    user: User, frequency: Frequency, *, now: datetime, language: MailLanguage | None = None
) -> DigestChoice:
    choice, _ = DigestChoice.objects.select_for_update(no_key=True).get_or_create(user=user)
    choice.frequency = frequency
    choice.language = language or choice.language
    choice.chosen_at = now
    choice.save()
    record("notices.frequency_chosen", user, by=user.pk, now=now, details={"frequency": str(frequency)})
    return choice


@transaction.atomic
def stop_by_token(token: str, *, now: datetime) -> DigestChoice:
    """Stops the mails of whoever bears the token; a second time changes nothing. Raises DigestChoice.DoesNotExist."""
    choice = DigestChoice.objects.select_for_update(no_key=True).get(stop_token=token)
    if choice.frequency != Frequency.NEVER:
        choice.frequency, choice.chosen_at = Frequency.NEVER, now
        choice.save(update_fields=["frequency", "chosen_at"])
        # Nobody logged in: whoever holds the mail did it, and the journal says no more than that.
        record("notices.stopped", f"accounts.User:{choice.user_id}", by=None, now=now)
    return choice


@transaction.atomic
def forget(*, before: datetime) -> int:
    """Deletes what was read before that instant, then the mails of that time that carry nothing any more."""
    gone, _ = Notice.objects.filter(read_at__lt=before).delete()
    Digest.objects.filter(on__lt=before.date(), notices__isnull=True).delete()
    return gone
