"""What makes a notice, and what a person does with theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.db import models, transaction
from django.db.models import F

from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.notices.enums import Frequency, MailLanguage, NoticeKind
from preau.people.notices.models import Digest, DigestChoice, Notice

_TITLE = 160
_BLANKS = re.compile(r"[ \t\r\n]+")  # a no-break space is French typography: it stays


@transaction.atomic
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
    """Tells each person once, but for the one who did it and for closed accounts. Gives how many were told.

    ``title`` names the thing and quotes nobody: it leaves by mail. ``path`` is an address of this site ("/atelier/…"),
    ValueError otherwise. Three queries, whatever the number of people. An unread notice of the same kind about the
    same subject is renewed: it comes back on top, and into the next mail.
    """
    if not path.startswith("/") or path.startswith(("//", "/\\")):
        raise ValueError("the path of a notice stays on this site")
    told = {each.pk for each in recipients if each.is_active and (by is None or each.pk != by.pk)}
    if not told:
        return 0
    about = subject if isinstance(subject, str) else f"{subject._meta.label}:{subject.pk}"
    title = _BLANKS.sub(" ", title).strip()
    said = {
        "title": title if len(title) <= _TITLE else title[: _TITLE - 1] + "…",
        "path": path,
        "at": now,
        "due_on": due_on,
    }
    known = Notice.objects.unread().filter(recipient__in=told, kind=kind, subject=about)
    already = set(known.values_list("recipient_id", flat=True))
    known.update(**said, times=F("times") + 1, sent_in=None)
    fresh = [Notice(recipient_id=pk, kind=kind, subject=about, **said) for pk in sorted(told - already)]
    # Somebody else may have told them a moment ago: then theirs stands, and the database keeps ours out.
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(told)


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
