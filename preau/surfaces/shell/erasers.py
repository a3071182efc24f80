"""What each part of the house keeps of somebody, let go of when their file is erased."""

from __future__ import annotations

from django.db.models import Q

from preau.offer.attendance.models import AbsenceNotice, Attendance, AttendanceMark
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
    """That a child came is kept for the CAF; with whom the child left, and what the family told before, are not."""
    if isinstance(person, Child):
        AbsenceNotice.objects.filter(child=person).delete()
        Attendance.objects.filter(child=person).update(left_with="")
        AttendanceMark.objects.filter(child=person).update(with_whom="")


ERASERS: tuple[Eraser, ...] = (forget_health, forget_receipts, forget_absences)
