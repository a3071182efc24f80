"""What each part of the house keeps of somebody, let go of when their file is erased.

Each app says in ``privacy.FAMILY`` what becomes of its rows; a house test erases a family that has everything.
"""

from __future__ import annotations

from django.db.models import Q

from preau.observatory.facts.snapshots.forgetting import forget_facts
from preau.offer.attendance.forgetting import forget_days_of
from preau.offer.campaigns import forgetting as campaigns
from preau.offer.enrolment import forgetting as enrolment
from preau.offer.outreach.forgetting import forget_outreach_of
from preau.people.accounts.hand import Hand
from preau.people.counter.models import Receipt
from preau.people.health.writing import forget_child
from preau.people.households.erasing import Eraser
from preau.people.households.models import Adult, Child


def forget_health(person: Child | Adult, hand: Hand) -> None:
    if isinstance(person, Child):
        forget_child(person, hand=hand)


def forget_receipts(person: Child | Adult, hand: Hand) -> None:
    """Their sentences name people."""
    whose = Q(child=person) if isinstance(person, Child) else Q(principal=person)
    Receipt.objects.filter(whose).delete()


def forget_absences(person: Child | Adult, hand: Hand) -> None:
    if isinstance(person, Child):
        forget_days_of(person)


def forget_places(person: Child | Adult, hand: Hand) -> None:
    if isinstance(person, Child):
        enrolment.forget_places_of(person)
    else:
        enrolment.forget_asker(person)


def forget_wishes(person: Child | Adult, hand: Hand) -> None:
    if isinstance(person, Child):
        campaigns.forget_wishes_of(person)
    else:
        campaigns.forget_asker(person)


def forget_calls(person: Child | Adult, hand: Hand) -> None:
    forget_outreach_of(person)


def forget_what_is_counted(person: Child | Adult, hand: Hand) -> None:
    """Facts tell of children only, by pseudonym: their rows go all the same, from every snapshot."""
    if isinstance(person, Child):
        forget_facts(person)


ERASERS: tuple[Eraser, ...] = (
    forget_health,
    forget_receipts,
    forget_absences,
    forget_places,
    forget_wishes,
    forget_calls,
    forget_what_is_counted,
)
