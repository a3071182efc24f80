"""A family says that a child will not come, and takes it back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from preau.offer.attendance.models import AbsenceNotice
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child

LONGEST = timedelta(days=366)


class AbsenceRefused(Exception):
    """Those days cannot be told: gone by, upside down, or more than a year."""


@transaction.atomic
def tell_absence(
    child: Child,
    from_on: date,
    until_on: date,
    *,
    hand: Hand,
    told_by: Adult | None = None,
    channel: str = Channel.ONLINE,
) -> AbsenceNotice:
    """The same days told twice are one row. No reason is asked. Raises AbsenceRefused."""
    if until_on < from_on or until_on - from_on > LONGEST or from_on < timezone.localdate(hand.now):
        raise AbsenceRefused
    Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    known = AbsenceNotice.objects.filter(child=child, from_on=from_on, until_on=until_on, cancelled_at__isnull=True)
    if (already := known.first()) is not None:
        return already
    notice = AbsenceNotice.objects.create(
        child=child,
        from_on=from_on,
        until_on=until_on,
        told_by=told_by,
        entered_by=hand.by,
        channel=channel,
        told_at=hand.now,
    )
    record("attendance.absence_told", notice, by=hand.by_id, now=hand.now, details={"channel": str(channel)})
    return notice


@transaction.atomic
def take_back(notice: AbsenceNotice, *, hand: Hand) -> AbsenceNotice:
    """The child comes after all. Twice changes nothing. Raises AbsenceRefused once its days are gone by."""
    held = AbsenceNotice.objects.select_for_update(no_key=True).get(pk=notice.pk)
    if held.cancelled_at is not None:
        return held
    if held.until_on < timezone.localdate(hand.now):
        raise AbsenceRefused
    held.cancelled_at, held.cancelled_by = hand.now, hand.by
    held.save(update_fields=["cancelled_at", "cancelled_by"])
    record("attendance.absence_taken_back", held, by=hand.by_id, now=hand.now)
    return held
