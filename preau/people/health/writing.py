"""A family tells, and tells again; nothing of what it tells goes to the journal."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from preau.foundation.schoolyears import last_day, school_year_of
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.health.care import Care
from preau.people.health.models import HealthSheet
from preau.people.households.enums import Channel
from preau.people.households.models import Adult, Child


class WrittenMeanwhile(Exception):
    """Somebody else wrote a version since this one was opened. Carries the version that stands."""

    def __init__(self, standing: HealthSheet) -> None:
        super().__init__("another version was written meanwhile")
        self.standing = standing


@transaction.atomic
def write_sheet(
    child: Child,
    care: Care,
    *,
    hand: Hand,
    told_by: Adult | None = None,
    channel: str = Channel.ONLINE,
    since: int | None = None,
) -> HealthSheet:
    """The next version, true until the school year ends. Writing the same words again only gives them a new term.

    ``since``: the number that was on the screen (0 for none); WrittenMeanwhile if it is no longer the last one.
    """
    Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    before = HealthSheet.objects.current().filter(child=child).first()
    if before is not None and since is not None and before.number != since:
        raise WrittenMeanwhile(before)
    last = HealthSheet.objects.filter(child=child).aggregate(last=Max("number"))["last"] or 0
    HealthSheet.objects.current().filter(child=child).update(is_current=False)
    sheet = HealthSheet.objects.create(
        child=child,
        number=last + 1,
        content=care.to_text(),
        valid_until=term_on(timezone.localdate(hand.now)),
        channel=channel,
        told_by=told_by,
        written_by=hand.by,
        written_at=hand.now,
    )
    record("health.sheet_written", sheet, by=hand.by_id, now=hand.now, details={"channel": str(channel)})
    return sheet


def term_on(day: date) -> date:
    """The last day of the school year: a child changes, and what helps changes too."""
    return last_day(school_year_of(day))


@transaction.atomic
def forget_sheets(*, valid_before: date, hand: Hand) -> int:
    """Removes for good the sheets whose term is before that day, and those of children who were erased."""
    gone, _ = HealthSheet.objects.filter(Q(valid_until__lt=valid_before) | Q(child__erased_on__isnull=False)).delete()
    if gone:
        record("health.sheets_forgotten", "health.HealthSheet", by=hand.by_id, now=hand.now, details={"count": gone})
    return gone


@transaction.atomic
def forget_child(child: Child, *, hand: Hand) -> int:
    """Every version of one child, at once: the family asked, or left."""
    gone, _ = HealthSheet.objects.filter(child=child).delete()
    if gone:
        record("health.sheets_forgotten", child, by=hand.by_id, now=hand.now, details={"count": gone})
    return gone
