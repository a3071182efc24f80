"""What came of a call: one of three outcomes and, if the family said it, what kept them away. No free text."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import Barrier, Outcome
from .errors import ListClosed
from .models import OutreachLine, OutreachList


@transaction.atomic
def note(line: OutreachLine, outcome: Outcome, *, barrier: Barrier | None = None, hand: Hand) -> OutreachLine:
    """Noted again, the last word stands. Raises ListClosed.

    Of a family that was not reached, nothing was heard: the barrier is left out.
    """
    held = OutreachList.objects.select_for_update(no_key=True).get(pk=line.list_id)
    if held.closed_at is not None or held.closes_on < timezone.localdate(hand.now):
        raise ListClosed
    mine = OutreachLine.objects.select_for_update(no_key=True).filter(pk=line.pk).first()
    if mine is None:
        raise ListClosed  # the family objected meanwhile
    mine.outcome, mine.answered_at = outcome, hand.now
    mine.barrier = barrier if barrier and outcome is not Outcome.NO_ANSWER else ""
    mine.save(update_fields=["outcome", "barrier", "answered_at"])
    record("outreach.noted", held, by=hand.by_id, now=hand.now, details={"outcome": str(outcome)})
    return mine
