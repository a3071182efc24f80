"""When a child stops coming without a word, somebody is asked to call. Nothing is ever taken away by the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import batched

from django.db import transaction
from django.db.models import Exists, OuterRef

from preau.offer.activities.models import Session
from preau.offer.attendance.deciding import terms_on
from preau.offer.attendance.enums import FollowUpOutcome, Mark
from preau.offer.attendance.expected import told_between
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
_AT_ONCE = 50
"""Groups read together: a large town has hundreds of them on a Wednesday."""


@transaction.atomic
def watch(day: date, *, path: str, hand: Hand) -> list[FollowUp]:
    """Opens what must be followed after the sessions of that day. Twice opens nothing more.

    ``path``: where whoever receives families reads the list.
    """
    called = Session.objects.filter(Exists(Attendance.objects.filter(session=OuterRef("pk"))), day=day)
    units = BookingUnit.objects.filter(slot__in=called.order_by().values("slot")).select_related("activity")
    opened = [each for some in batched(units, _AT_ONCE) for each in _watch(some, day, hand)]
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


def _watch(units: Sequence[BookingUnit], day: date, hand: Hand) -> list[FollowUp]:
    """A number of queries that does not grow with the groups, as long as nobody is to be followed."""
    sessions, seated = _sessions(units, day), _seated(units)
    marks = _marks([each for some in sessions.values() for each in some])
    children = {child for some in seated.values() for child in some}
    told = _told(children, min(unit.starts_on for unit in units), day)
    limits = {commune: terms_on(commune, day).absences for commune in {unit.activity.commune_id for unit in units}}
    opened = []
    for unit in units:
        for child in sorted(seated[unit.pk]):
            marked = [each for each in sessions[unit.pk] if (each.pk, child) in marks]
            states = [marks[each.pk, child] for each in marked]
            explained = (any(first <= each.day <= last for first, last in told[child]) for each in marked)
            count = unexplained_in_a_row(zip(states, explained, strict=True))
            if count >= limits[unit.activity.commune_id]:
                opened += _open(unit, child, _missed(marked, states, count), count, hand)
    return opened


def _sessions(units: Sequence[BookingUnit], day: date) -> dict[int, list[Session]]:
    """By unit, those of its period until that day, the last first."""
    first = min(unit.starts_on for unit in units)
    rows = Session.objects.filter(
        slot__in=[unit.slot_id for unit in units], is_cancelled=False, day__range=(first, day)
    )
    by_slot: dict[int, list[Session]] = defaultdict(list)
    for each in rows.order_by("-day"):
        by_slot[each.slot_id].append(each)
    return {
        unit.pk: [each for each in by_slot[unit.slot_id or 0] if each.day >= unit.starts_on][:_LOOKED_AT]
        for unit in units
    }


def _seated(units: Sequence[BookingUnit]) -> dict[int, set[int]]:
    """Children by unit."""
    found: dict[int, set[int]] = defaultdict(set)
    held = Enrolment.objects.filter(unit__in=units, state=EnrolmentState.CONFIRMED, child__erased_on__isnull=True)
    for unit, child in held.order_by().values_list("unit", "child"):
        found[unit].add(child)
    return found


def _told(children: Collection[int], first: date, last: date) -> dict[int, list[tuple[date, date]]]:
    """By child, the first and last days of the absences that its family told."""
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    rows = told_between(children, first, last).order_by()
    for child, begins, ends in rows.values_list("child", "from_on", "until_on"):
        found[child].append((begins, ends))
    return found


def _marks(sessions: Sequence[Session]) -> dict[tuple[int, int], str]:
    """What stands, by session and child; what two phones disagree on says nothing yet."""
    rows = Attendance.objects.filter(session__in=sessions, is_disputed=False).order_by()
    return {(session, child): state for session, child, state in rows.values_list("session", "child", "state")}


def _missed(marked: Sequence[Session], states: Sequence[str], count: int) -> date:
    """The day of the first of the absences in a row."""
    absent = [each for each, state in zip(marked, states, strict=True) if state == Mark.ABSENT]
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
