"""When a child stops coming without a word, somebody is asked to call. Nothing is ever taken away by the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from preau.offer.activities.models import Session
from preau.offer.attendance.deciding import terms_on
from preau.offer.attendance.enums import FollowUpOutcome
from preau.offer.attendance.expected import notices_at
from preau.offer.attendance.models import Attendance, FollowUp
from preau.offer.attendance.terms import unexplained_in_a_row
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import who_hold
from preau.people.audit.actions import record
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

_LOOKED_AT = 30
"""Sessions looked at from the last one back: more than any term asks for."""


@transaction.atomic
def watch(day: date, *, path: str, hand: Hand) -> list[FollowUp]:
    """Opens what must be followed after the sessions of that day. Twice opens nothing more.

    ``path``: where whoever receives families reads the list.
    """
    units = BookingUnit.objects.filter(slot__sessions__day=day, slot__sessions__attendances__isnull=False).distinct()
    opened = [each for unit in units.select_related("activity") for each in _watch(unit, day, hand)]
    if opened:
        people = who_hold(Role.FAMILY_AGENT, day)
        for each in opened:
            notify(people, kind=NoticeKind.ASKED, subject=each, title=each.unit.activity.title, path=path, now=hand.now)
    return opened


@transaction.atomic
def close(follow_up: FollowUp, outcome: FollowUpOutcome, *, hand: Hand) -> FollowUp:
    """What the person who called found out. The first answer stands."""
    held = FollowUp.objects.select_for_update(no_key=True).get(pk=follow_up.pk)
    if held.closed_at is None:
        held.outcome, held.closed_at, held.closed_by = outcome, hand.now, hand.by
        held.save(update_fields=["outcome", "closed_at", "closed_by"])
        record("attendance.followed_up", held, by=hand.by_id, now=hand.now, details={"outcome": str(outcome)})
    return held


def _watch(unit: BookingUnit, day: date, hand: Hand) -> list[FollowUp]:
    sessions = list(
        Session.objects.filter(slot=unit.slot_id, is_cancelled=False, day__range=(unit.starts_on, day)).order_by(
            "-day"
        )[:_LOOKED_AT]
    )
    seated = Enrolment.objects.filter(unit=unit, state=EnrolmentState.CONFIRMED, child__erased_on__isnull=True)
    children = set(seated.values_list("child", flat=True))
    states: dict[int, dict[int, str]] = defaultdict(dict)
    for each in Attendance.objects.filter(session__in=sessions, child__in=children, is_disputed=False):
        states[each.child_id][each.session_id] = each.state
    told = notices_at(sessions, children)
    limit = terms_on(unit.activity.commune_id, day).absences
    opened = []
    for child, by_session in sorted(states.items()):
        marked = [each for each in sessions if each.pk in by_session]
        count = unexplained_in_a_row((by_session[each.pk], child in told[each.pk]) for each in marked)
        if count >= limit:
            opened += _open(unit, child, _missed(marked, by_session, count), count, hand)
    return opened


def _missed(marked: Sequence[Session], states: dict[int, str], count: int) -> date:
    """The day of the first of the absences in a row."""
    absent = [each for each in marked if states[each.pk] == "absent"]
    return absent[count - 1].day


def _open(unit: BookingUnit, child: int, since: date, count: int, hand: Hand) -> list[FollowUp]:
    row, is_new = FollowUp.objects.get_or_create(
        unit=unit, child_id=child, since=since, defaults={"absences": count, "opened_at": hand.now}
    )
    if not is_new:
        FollowUp.objects.filter(pk=row.pk, closed_at__isnull=True, absences__lt=count).update(absences=count)
        return []
    record("attendance.follow_up_opened", row, by=hand.by_id, now=hand.now, details={"absences": count})
    return [row]
