"""A family asks a person to look again; the town answers in writing, by a day that the law sets (brief, f.5 and c.4).

Only whoever asked, and the desk, read what was written on both sides: a child may have another home.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from preau.foundation.lifecycle import NotNow
from preau.foundation.text.days import french_day
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.enums import Channel
from preau.people.households.models import Adult
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .enums import AppealKind, AppealResult
from .errors import NotReady
from .letters import told_cases
from .models import Appeal, Application, Override
from .overriding import Concerned, is_concerned
from .remedies import answer_due, ask_until
from .states import RESULTS
from .wording import told_on, told_to

RECEIVED = gettext_noop("Un récépissé vous attend pour %(name)s")
ANSWERED = gettext_noop("Une réponse de la ville vous attend pour %(name)s")
"""What leaves by mail: that there is something to read, never what."""


@transaction.atomic
def contest(
    application: Application,
    *,
    ground: str,
    words: str,
    asked_by: Adult | None,
    channel: Channel,
    hand: Hand,
    received_on: date | None = None,
) -> Appeal:
    """A review by the town. Whether this adult may ask for this child is the affair of the door that led here.

    ``received_on``: the day on which a letter came in, today otherwise. Late is possible, and written. Raises NotReady.
    """
    asked = _hold(application)
    today = timezone.localdate(hand.now)
    day = received_on or today
    wrong = _wrong(asked, words, day, today) or _again(asked, asked_by)
    if wrong:
        raise NotReady(wrong)
    made = Appeal.objects.create(
        application=asked,
        kind=AppealKind.REVIEW,
        ground=ground,
        words=words.strip(),
        channel=channel,
        asked_by=asked_by,
        entered_by=hand.by,
        received_on=day,
        due_on=answer_due(day),
        is_late=day > ask_until(told_to(asked)),
    )
    _journal("appeal.received", made, hand)
    _tell(made, RECEIVED, hand)
    return made


@transaction.atomic
def note_outside(
    application: Application, *, kind: str, words: str, received_on: date, due_on: date, hand: Hand
) -> Appeal:
    """What the Défenseur des droits or the court sent to the town, and the day it wants an answer. Raises NotReady."""
    asked = _hold(application)
    wrong = _wrong(asked, words, received_on, timezone.localdate(hand.now))
    if kind not in (AppealKind.DEFENDER, AppealKind.COURT):
        wrong.append(_("Dites qui a écrit à la ville."))
    if due_on < received_on:
        wrong.append(_("La réponse ne peut pas être due avant la réception."))
    if wrong:
        raise NotReady(wrong)
    made = Appeal.objects.create(
        application=asked,
        kind=kind,
        words=words.strip(),
        channel=Channel.PAPER,
        entered_by=hand.by,
        received_on=received_on,
        due_on=due_on,
    )
    _journal("appeal.noted", made, hand)
    return made


@transaction.atomic
def answer_appeal(appeal: Appeal, *, result: str, outcome: str, hand: Hand) -> Appeal:
    """In writing, once. Raises NotNow, NotReady, Concerned."""
    held = _lock(appeal)
    if not held.is_open:
        raise NotNow("answer", _state(held))
    if hand.by is None or is_concerned(hand.by, held.application.campaign):
        raise Concerned
    if not outcome.strip() or result not in AppealResult.values:
        raise NotReady([_("Écrivez la réponse, et dites si la décision est revue ou maintenue.")])
    held.result, held.outcome = result, outcome.strip()
    held.answered_on, held.answered_by = timezone.localdate(hand.now), hand.by
    held.save()
    _journal("appeal.answered", held, hand)
    _tell(held, ANSWERED, hand)
    return held


@transaction.atomic
def withdraw_appeal(appeal: Appeal, *, hand: Hand) -> Appeal:
    """By whoever asked. Twice is once. Raises NotNow once it is answered."""
    held = _lock(appeal)
    if held.answered_on is not None:
        raise NotNow("withdraw", _state(held))
    if held.withdrawn_on is None:
        held.withdrawn_on = timezone.localdate(hand.now)
        held.save(update_fields=["withdrawn_on"])
        _journal("appeal.withdrawn", held, hand)
    return held


@transaction.atomic
def lead_to(appeal: Appeal, override: Override, *, hand: Hand) -> None:
    """The decision was wrong: this is what was asked for to put it right."""
    held = _lock(appeal)
    if held.application_id == override.application_id:
        held.override = override
        held.save(update_fields=["override"])
        _journal("appeal.led", held, hand)


def still_due() -> QuerySet[Appeal]:
    """Those that wait for the town, the first due first."""
    waiting = Appeal.objects.filter(answered_on__isnull=True, withdrawn_on__isnull=True)
    return waiting.select_related("application__campaign", "application__child").order_by("due_on", "pk")


def asked_by_account(application: Application, account: User) -> QuerySet[Appeal]:
    """A person's own reviews: as an adult, or as the young person themselves. The newest first."""
    rows = application.appeals.filter(kind=AppealKind.REVIEW).order_by("-received_on", "-pk")
    if application.child.account_id == account.pk:
        return rows.filter(asked_by__isnull=True)
    return rows.filter(asked_by__account=account)


def _again(application: Application, asked_by: Adult | None) -> list[str]:
    """One question of each person at a time; and the town does not answer the same one twice."""
    mine = application.appeals.filter(kind=AppealKind.REVIEW, asked_by=asked_by, withdrawn_on__isnull=True)
    known = mine.order_by("-received_on").first()
    if known is None:
        return []
    if known.answered_on is None:
        due = {"day": french_day(known.due_on)}
        return [_("Un nouvel examen est déjà demandé : la réponse est due avant le %(day)s.") % due]
    return [_("La ville a déjà répondu. Si vous n’êtes pas d’accord, le Défenseur des droits et le tribunal restent.")]


def _wrong(application: Application, words: str, received_on: date, today: date) -> list[str]:
    wrong = []
    if application.campaign.state not in RESULTS or not told_cases(application):
        return [_("Aucune décision n’a encore été annoncée à cette famille.")]
    if not words.strip():
        wrong.append(_("Écrivez ce qui ne va pas, en quelques mots."))
    if received_on > today:
        wrong.append(_("Le jour de réception est à venir."))
    elif received_on < told_on(application.campaign, "notify"):
        wrong.append(_("Le jour de réception est avant la décision."))
    return wrong


def _tell(appeal: Appeal, title: str, hand: Hand) -> None:
    """Whoever asked, and nobody else of the family."""
    child = appeal.application.child
    account = appeal.asked_by.account if appeal.asked_by else child.account
    people: Sequence[User] = [account] if account and appeal.kind == AppealKind.REVIEW else []
    path = reverse("portal:wishes_answers", args=[appeal.application.campaign.slug, child.key])
    said = _(title) % {"name": child.first_name}
    notify(people, kind=NoticeKind.DECIDED, subject=appeal, title=said, path=path, now=hand.now)


def _state(appeal: Appeal) -> str:
    return "answered" if appeal.answered_on else "withdrawn"


def _hold(application: Application) -> Application:
    rows = Application.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("campaign", "child").get(pk=application.pk)


def _lock(appeal: Appeal) -> Appeal:
    rows = Appeal.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("application__campaign", "application__child", "asked_by__account").get(pk=appeal.pk)


def _journal(verb: str, appeal: Appeal, hand: Hand) -> None:
    details = {"kind": appeal.kind, "channel": appeal.channel, "late": appeal.is_late, "result": appeal.result}
    record(verb, appeal, by=hand.by_id, now=hand.now, details=details)
