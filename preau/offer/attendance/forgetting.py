"""What is too old to be kept about who came."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from preau.offer.attendance.models import (
    AbsenceNotice,
    AdultPresence,
    Attendance,
    AttendanceMark,
    FollowUp,
    HandoverNote,
)
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Child


@transaction.atomic
def forget_days(*, before: date, notes_before: date, hand: Hand) -> int:
    """Rows of sessions of before that day; words from one adult to the next go sooner. Gives how many went."""
    gone = sum(
        rows.delete()[0]
        for rows in (
            HandoverNote.objects.filter(session__day__lt=notes_before),
            AdultPresence.objects.filter(session__day__lt=before),
            AttendanceMark.objects.filter(session__day__lt=before),
            Attendance.objects.filter(session__day__lt=before),
            AbsenceNotice.objects.filter(until_on__lt=before),
            FollowUp.objects.filter(closed_at__date__lt=before),
        )
    )
    if gone:
        record("attendance.forgotten", "attendance.Attendance", by=hand.by_id, now=hand.now, details={"count": gone})
    return gone


@transaction.atomic
def forget_days_of(child: Child) -> None:
    """That a child came is kept for the CAF; with whom the child left, and what was said around it, are not."""
    for model in (AbsenceNotice, FollowUp, HandoverNote):
        model._default_manager.filter(child=child).delete()
    Attendance.objects.filter(child=child).update(left_with="")
    AttendanceMark.objects.filter(child=child).update(with_whom="")
