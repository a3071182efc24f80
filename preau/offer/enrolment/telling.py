"""Families are told what became of their request, once the place is written: a mail and a notice, or the desk's letter.

Nothing is told inside the transaction of a place. Its steps wait (``told_at`` empty) and are told by a job that can be
run again at any time, by two workers at once, and killed anywhere: a message is made once, a mail leaves at most once.
Mails name the activity, never the child, its home or its price.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone
from django.utils.translation import override

from preau.foundation.mail.line import Line, NotReached
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import ContactBy
from preau.people.households.models import Adult, Guardian
from preau.people.households.rights import RIGHTS, Act
from preau.people.notices.actions import News, notify_all
from preau.people.notices.enums import NoticeKind
from preau.people.notices.rules import Fate, fate

from .letters import letter, path_of, title_of
from .models import EnrolmentMessage, EnrolmentStep

logger = logging.getLogger(__name__)

AT_ONCE = 100
"""Steps told in one transaction, mails read together."""
_READ = ("enrolment__child__account", "enrolment__unit__activity")
_GROUP = "enrolment__unit__activity"
"""Read apart where many are told: they are of few groups."""
_KINDS = {"offer": NoticeKind.ASKED}


def prepare(*, now: datetime) -> int:
    """Makes the messages and the notices of the steps that nobody was told of yet. Gives how many steps.

    The last ones that come while it works are left to the next minute: told many together, they cost less.
    """
    total = done = _prepare_some(now)
    while done == AT_ONCE:
        done = _prepare_some(now)
        total += done
    return total


@transaction.atomic
def _prepare_some(now: datetime) -> int:
    steps = _untold()
    listeners = _listeners({each.enrolment.child_id for each in steps}, now)
    messages, news = [], []
    for step in steps:
        adults = listeners.get(step.enrolment.child_id, [])
        messages += [
            EnrolmentMessage(step=step, adult=adult, channel=adult.contact_by, made_at=now) for adult in adults
        ]
        news.append(_news(step, adults))
    notify_all(news, now=now)
    EnrolmentMessage.objects.bulk_create(messages, ignore_conflicts=True)
    EnrolmentStep.objects.filter(pk__in=[each.pk for each in steps]).update(told_at=now)
    return len(steps)


def _untold() -> list[EnrolmentStep]:
    """Those that another worker is telling are left to it."""
    waiting = EnrolmentStep.objects.filter(told_at__isnull=True).order_by("pk")
    skips = connection.features.has_select_for_update_skip_locked
    held = waiting.select_for_update(skip_locked=skips, no_key=True)[:AT_ONCE]
    steps = EnrolmentStep.objects.filter(pk__in=[each.pk for each in held]).order_by("pk")
    return list(steps.select_related("enrolment__child__account").prefetch_related(_GROUP))


def _listeners(children: set[int], now: datetime) -> dict[int, list[Adult]]:
    """Every guardian who may read the child's file that day; never one who is blocked, by whatever link."""
    links = Guardian.objects.on(timezone.localdate(now)).filter(child__in=children, adult__erased_on__isnull=True)
    blocked = set(links.filter(rights="blocked").values_list("child", "adult"))
    found: dict[int, list[Adult]] = {}
    for link in links.filter(rights__in=RIGHTS[Act.READ]).select_related("adult__account").order_by("adult"):
        if (link.child_id, link.adult_id) not in blocked and link.adult not in found.get(link.child_id, ()):
            found.setdefault(link.child_id, []).append(link.adult)
    return found


def _news(step: EnrolmentStep, adults: Sequence[Adult]) -> News:
    accounts = [adult.account for adult in adults if adult.account is not None]
    own = step.enrolment.child.account
    enrolment = step.enrolment
    due = timezone.localdate(enrolment.offered_until) if step.step == "offer" and enrolment.offered_until else None
    with override("fr"):
        return News(
            [*accounts, *([own] if own else [])],
            _KINDS.get(step.step, NoticeKind.DECIDED),
            enrolment,
            title_of(step),
            path_of(step),
            due_on=due,
        )


def send(*, clock: Callable[[], datetime]) -> int:
    """Hands over the mails that nobody took yet. Gives how many the server took.

    Where no server answers, the rest is left to the next minute, untaken.
    """
    total = after = 0
    with Line() as line, suppress(NotReached):
        while some := list(_waiting().filter(pk__gt=after)[:AT_ONCE]):
            for each in some:
                total += _send(each, line, clock)
            after = some[-1].pk
    return total


def _waiting() -> QuerySet[EnrolmentMessage]:
    """``done_at``: nobody has done what nobody took, and the index of what is to do is read instead of ten years."""
    free = EnrolmentMessage.objects.filter(channel=ContactBy.MAIL, taken_at__isnull=True, done_at__isnull=True)
    waiting = free.order_by("pk")
    return waiting.select_related("adult", "step__enrolment").prefetch_related(f"step__{_GROUP}")


def _send(message: EnrolmentMessage, line: Line, clock: Callable[[], datetime]) -> bool:
    """True: the server took it. Raises ``NotReached``, the message being free again."""
    if not EnrolmentMessage.objects.filter(pk=message.pk, taken_at__isnull=True).update(taken_at=clock()):
        return False  # another worker has it
    with override("fr"):
        subject, body = letter(message)
    try:
        line.send(EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [message.adult.email]))
    except Exception as error:
        _let_go(message, fate(error))
        if isinstance(error, NotReached):
            raise
        return False
    EnrolmentMessage.objects.filter(pk=message.pk).update(done_at=clock())
    return True


def _let_go(message: EnrolmentMessage, what: Fate) -> None:
    """A mail that surely did not leave is tried again; one that is refused for good becomes a letter of the desk."""
    row = EnrolmentMessage.objects.filter(pk=message.pk)
    match what:
        case Fate.NOT_LEFT | Fate.NO_SERVER:
            row.update(taken_at=None)
        case Fate.REFUSED:
            row.update(taken_at=None, channel=ContactBy.PAPER)
        case Fate.UNKNOWN:
            logger.error("message %s may have left; it is not sent again", message.pk)


def to_do() -> QuerySet[EnrolmentMessage]:
    """Letters to print and calls to make, an offered place first: it does not wait."""
    related = ("adult", *(f"step__{each}" for each in _READ))
    waiting = EnrolmentMessage.objects.filter(
        Q(channel=ContactBy.PAPER) | Q(channel=ContactBy.PHONE), done_at__isnull=True
    )
    first = Case(When(step__step="offer", then=0), default=1)
    return waiting.select_related(*related).order_by(first, "made_at", "pk")


@transaction.atomic
def mark_done(message: EnrolmentMessage, *, hand: Hand) -> bool:
    """The agent posted the letter or made the call. False when somebody did it before."""
    waiting = EnrolmentMessage.objects.filter(pk=message.pk, done_at__isnull=True)
    if not waiting.update(done_at=hand.now, done_by=hand.by):
        return False
    record("enrolment.told", message, by=hand.by_id, now=hand.now, details={"channel": message.channel})
    return True


def forget_taken(*, before: datetime) -> int:
    """Mails taken by a worker that died: their fate is not known, the desk is asked to call. Gives how many."""
    lost = EnrolmentMessage.objects.filter(channel=ContactBy.MAIL, taken_at__lt=before, done_at__isnull=True)
    return lost.update(channel=ContactBy.PHONE)


LOST_AFTER = timedelta(minutes=15)
