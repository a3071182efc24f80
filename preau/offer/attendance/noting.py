"""Words from one adult to the next, and adults who come and go."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from preau.offer.activities.models import Session
from preau.offer.attendance.calling import RollClosed, is_open
from preau.offer.attendance.enums import NoteCode, StaffFunction
from preau.offer.attendance.models import AdultPresence, HandoverNote
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Child


@transaction.atomic
def leave_note(session: Session, child: Child, code: NoteCode, *, key: UUID, hand: Hand) -> None:
    """Said twice, it is one word. Raises RollClosed."""
    _hold(session, hand)
    note = HandoverNote(key=key, session=session, child=child, code=code, at=hand.now, by=hand.by)
    HandoverNote.objects.bulk_create([note], ignore_conflicts=True)


@transaction.atomic
def take_note_back(session: Session, child: Child, code: NoteCode, *, hand: Hand) -> None:
    _hold(session, hand)
    HandoverNote.objects.filter(session=session, child=child, code=code).delete()


@transaction.atomic
def adult_arrives(
    session: Session, name: str, function: StaffFunction, *, key: UUID, hand: Hand
) -> AdultPresence | None:
    """None when the same form was sent twice, or when that adult is there already. Raises RollClosed."""
    _hold(session, hand)
    name = " ".join(name.split())[:80]
    there = AdultPresence.objects.filter(session=session)
    if there.filter(key=key).exists() or there.filter(name__iexact=name, left_at__isnull=True).exists():
        return None
    adult = AdultPresence.objects.create(
        key=key, session=session, name=name, function=function, arrived_at=hand.now, recorded_by=hand.by
    )
    details = {"function": str(function)}
    record("attendance.adult_arrived", session, by=hand.by_id, now=hand.now, details=details)
    return adult


@transaction.atomic
def adult_leaves(session: Session, key: UUID, *, hand: Hand) -> None:
    """Leaving twice changes nothing."""
    _hold(session, hand)
    gone = AdultPresence.objects.filter(session=session, key=key, left_at__isnull=True).update(left_at=hand.now)
    if gone:
        record("attendance.adult_left", session, by=hand.by_id, now=hand.now)


def _hold(session: Session, hand: Hand) -> None:
    held = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not is_open(held, hand.now):
        raise RollClosed
