"""What time brings: agreements take effect and end, missing signatures are asked for again, ends are told in advance.

Each thing is done once, however often this runs; a run that was missed is made up for by the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from preau.cooperation.agreements.enums import AgreementState, DelayKind
from preau.cooperation.agreements.models import Agreement, Party, Reminder
from preau.cooperation.agreements.queries import TermAlarm, alarms_on, delays_on
from preau.cooperation.agreements.rules import reminder_due
from preau.cooperation.agreements.states import LIFE
from preau.cooperation.agreements.steps import move, start_if_due
from preau.cooperation.agreements.telling import ask_signature, tell_coordinators_of_silence, tell_term
from preau.cooperation.agreements.writing import hold
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune


@dataclass(slots=True)
class Day:
    """How many of each the run did."""

    started: int = 0
    expired: int = 0
    reminded: int = 0
    alarmed: int = 0


def follow_agreements(*, on: date, hand: Hand) -> Day:
    done = Day()
    for commune in Commune.objects.order_by("pk"):
        done.started += _start(commune, on, hand)
        done.expired += _expire(commune, on, hand)
        done.reminded += _remind(commune, on, hand)
        done.alarmed += _alarm(commune, on, hand)
    return done


def _start(commune: Commune, on: date, hand: Hand) -> int:
    due = Agreement.objects.filter(commune=commune, state=AgreementState.SIGNED, starts_on__lte=on)
    return sum(_started(pk, on, hand) for pk in list(due.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _started(pk: int, on: date, hand: Hand) -> bool:
    return start_if_due(hold(pk), on, hand)


def _expire(commune: Commune, on: date, hand: Hand) -> int:
    due = Agreement.objects.living().filter(commune=commune, ends_on__lt=on)
    return sum(_expired(pk, on, hand) for pk in list(due.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _expired(pk: int, on: date, hand: Hand) -> bool:
    held = hold(pk)
    if held.state not in LIFE.by_name["expire"].sources or held.ends_on is None or held.ends_on >= on:
        return False
    move(held, "expire", hand)
    return True


def _remind(commune: Commune, on: date, hand: Hand) -> int:
    days = delays_on(commune.pk, on)[DelayKind.SIGNATURE]
    waiting = Party.objects.unsigned().filter(  # type: ignore[attr-defined]
        agreement__commune=commune, agreement__state=AgreementState.ADOPTED, asked_on__isnull=False
    )
    due = [
        (party.pk, stage)
        for party in waiting.order_by("pk")
        if party.asked_on and (stage := reminder_due(party.asked_on, on, days))
    ]
    return sum(_reminded(pk, stage, hand) for pk, stage in due)


@transaction.atomic
def _reminded(pk: int, stage: int, hand: Hand) -> bool:
    party = Party.objects.select_related("organisation").get(pk=pk)
    agreement = hold(party.agreement_id)
    is_moot = agreement.state != AgreementState.ADOPTED or not Party.objects.unsigned().filter(pk=pk).exists()  # type: ignore[attr-defined]
    if is_moot or party.asked_on is None or not _first_time(stage, party.asked_on, hand, party=party):
        return False
    ask_signature(party, agreement, hand=hand)
    tell_coordinators_of_silence(party, agreement, hand=hand)
    record("agreement.reminded", party, by=None, now=hand.now, details={"days": stage})
    return True


def _alarm(commune: Commune, on: date, hand: Hand) -> int:
    return sum(_alarmed(alarm, hand) for alarm in alarms_on(commune.pk, on))


@transaction.atomic
def _alarmed(alarm: TermAlarm, hand: Hand) -> bool:
    subject = alarm.subject
    about = {"agreement": hold(subject.pk)} if isinstance(subject, Agreement) else {"plan": subject}
    if not _first_time(alarm.months, alarm.ends_on, hand, **about):
        return False
    tell_term(subject, alarm.months, alarm.ends_on, hand=hand)
    record("agreement.term_alarm", subject, by=None, now=hand.now, details={"months": alarm.months})
    return True


def _first_time(stage: int, reference_on: date, hand: Hand, **about: object) -> bool:
    """Writes down that it is told; False when it was already. The database lets one run in."""
    _, is_new = Reminder.objects.get_or_create(
        stage=stage, reference_on=reference_on, defaults={"told_at": hand.now}, **about
    )
    return is_new
