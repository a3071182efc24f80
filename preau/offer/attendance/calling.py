"""Taking in what phones and pages say: once each, in any order, nothing lost and nothing doubled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from preau.offer.activities.models import Session
from preau.offer.attendance.deciding import terms_on
from preau.offer.attendance.enums import Mark, RefusedMark
from preau.offer.attendance.expected import expected_at
from preau.offer.attendance.marks import standing, trusted
from preau.offer.attendance.models import Attendance, AttendanceMark
from preau.offer.attendance.terms import late_minutes
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.models import Child


class RollClosed(Exception):
    """The session is called off, has not come yet, or is too long ago for a roll call."""


@dataclass(frozen=True, slots=True)
class Said:
    """A mark as it arrives. ``child`` is a key; ``after`` the marks that its author had before their eyes."""

    key: UUID
    child: UUID
    mark: str
    told_at: datetime
    after: tuple[UUID, ...] = ()
    device: str = ""
    turn: int = 0
    with_whom: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """Keys that are kept, now or since an earlier sending, and those that are refused, each with its reason."""

    kept: list[UUID] = field(default_factory=list)
    refused: dict[UUID, RefusedMark] = field(default_factory=dict)


@transaction.atomic
def take_marks(session: Session, said: Sequence[Said], *, hand: Hand) -> Taken:
    """The same list sent twice, or by two phones, gives the same presences. Raises RollClosed."""
    held = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not is_open(held, hand.now):
        raise RollClosed
    children = {child.key: child for child in expected_at([held])[held.pk].values()}
    known = {
        row.key: row
        for row in AttendanceMark.objects.filter(key__in=[each.key for each in said]).select_related("child")
    }
    taken = Taken()
    fresh: dict[UUID, AttendanceMark] = {}
    for each in said:
        reason = _refusal(each, held, children, known.get(each.key))
        if reason is not None:
            taken.refused[each.key] = reason
            continue
        taken.kept.append(each.key)
        if each.key not in known:
            fresh.setdefault(each.key, _row(each, held, children[each.child], hand))
    if fresh:
        AttendanceMark.objects.bulk_create(fresh.values())
        work_out(held, {row.child_id for row in fresh.values()}, hand=hand)
        details = {"marks": len(fresh), "refused": len(taken.refused)}
        record("attendance.marked", held, by=hand.by_id, now=hand.now, details=details)
    return taken


def work_out(session: Session, children: Iterable[int], *, hand: Hand) -> list[Attendance]:
    """The presences that follow from the marks: run again, they are the same."""
    asked = set(children)
    marks: dict[int, list[AttendanceMark]] = defaultdict(list)
    for row in AttendanceMark.objects.filter(session=session, child__in=asked):
        marks[row.child_id].append(row)
    rows = [_attendance(session, child, told, hand) for child, told in sorted(marks.items())]
    Attendance.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["session", "child"],
        update_fields=[
            "state", "arrived_at", "left_at", "left_with", "late_minutes", "is_disputed", "recorded_by", "recorded_at"
        ],
    )  # fmt: skip
    return rows


def is_open(session: Session, now: datetime) -> bool:
    """From the morning of the day, and as long after as a phone may have waited for a network."""
    today = timezone.localdate(now)
    on = day_of(session)
    return not session.is_cancelled and on <= today <= on + timedelta(
        days=terms_on(session.activity.commune_id, on).open_days
    )


def is_today(session: Session, now: datetime) -> bool:
    """The only day on which those who receive a child read what must be known of it."""
    return not session.is_cancelled and day_of(session) == timezone.localdate(now)


def day_of(session: Session) -> date:
    """The day on which it happens, on the town's clocks: a session that was moved keeps the day that it meant."""
    return timezone.localdate(session.starts_at)


def _refusal(
    said: Said, session: Session, children: dict[UUID, Child], known: AttendanceMark | None
) -> RefusedMark | None:
    if known is not None:
        same = (known.session_id, known.child.key, known.mark) == (session.pk, said.child, said.mark)
        return None if same else RefusedMark.KEY_TAKEN
    if said.mark not in Mark.values:
        return RefusedMark.UNKNOWN
    return None if said.child in children else RefusedMark.NOT_EXPECTED


def _row(said: Said, session: Session, child: Child, hand: Hand) -> AttendanceMark:
    morning = timezone.make_aware(datetime.combine(day_of(session), datetime.min.time()))
    return AttendanceMark(
        key=said.key,
        session=session,
        child=child,
        mark=said.mark,
        with_whom=said.with_whom.strip()[:120] if said.mark == Mark.LEFT else "",
        after=sorted(str(each) for each in set(said.after)),
        device=said.device[:36],
        turn=said.turn,
        told_at=said.told_at,
        received_at=hand.now,
        at=trusted(said.told_at, received_at=hand.now, not_before=morning),
        by=hand.by,
    )


def _attendance(session: Session, child: int, rows: Sequence[AttendanceMark], hand: Hand) -> Attendance:
    now = standing(row.told for row in rows)
    last = next((row for row in rows if now.last and row.key == now.last.key), None)
    left_at = last.at if last and last.mark == Mark.LEFT else None
    tolerance = terms_on(session.activity.commune_id, day_of(session)).tolerance
    return Attendance(
        session=session,
        child_id=child,
        state=now.mark,
        arrived_at=now.arrived_at,
        left_at=left_at,
        left_with=last.with_whom if last and left_at else "",
        late_minutes=late_minutes(left_at, session.ends_at, tolerance),
        is_disputed=now.is_disputed,
        recorded_by=last.by if last else None,
        recorded_at=hand.now,
    )
