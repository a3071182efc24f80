"""What screens read of a day: sessions with their counts, one roll call, a child's month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from preau.offer.activities.models import Session
from preau.offer.attendance.enums import AWAY, Mark, NoteCode
from preau.offer.attendance.expected import covers, expected_at, notices_at
from preau.offer.attendance.marks import standing
from preau.offer.attendance.models import AbsenceNotice, AdultPresence, Attendance, AttendanceMark, HandoverNote
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.households.models import Child

_NOBODY = Attendance(state=Mark.EXPECTED)


@dataclass(frozen=True, slots=True)
class Line:
    """One child of a roll call. ``state`` takes the family's word into account: an absence that was told is excused."""

    child: Child
    attendance: Attendance
    notice: AbsenceNotice | None
    heads: tuple[UUID, ...] = ()
    notes: tuple[NoteCode, ...] = ()

    @property
    def state(self) -> str:
        if self.notice is not None and self.attendance.state in (Mark.ABSENT, Mark.EXPECTED):
            return Mark.EXCUSED
        return self.attendance.state

    @property
    def initials(self) -> str:
        return f"{self.child.first_name[:1]}{self.child.last_name[:1]}".upper()


@dataclass(frozen=True)
class RollCall:
    session: Session
    lines: Sequence[Line]
    adults: Sequence[AdultPresence] = ()

    def in_state(self, *states: str) -> list[Line]:
        return [each for each in self.lines if each.state in states]

    @cached_property
    def there(self) -> list[Line]:
        """Whoever must be looked after: somebody about whom two phones disagree is counted as there."""
        return [each for each in self.lines if each.state == Mark.PRESENT or each.attendance.is_disputed]

    @cached_property
    def awaited(self) -> list[Line]:
        """Nothing was said of them yet, by anybody."""
        return [each for each in self.lines if each.state == Mark.EXPECTED]

    @cached_property
    def away(self) -> list[Line]:
        return [each for each in self.in_state(*AWAY) if not each.attendance.is_disputed]

    @cached_property
    def gone(self) -> list[Line]:
        return [each for each in self.in_state(Mark.LEFT) if not each.attendance.is_disputed]

    @cached_property
    def disputed(self) -> list[Line]:
        return [each for each in self.lines if each.attendance.is_disputed]

    @property
    def is_called(self) -> bool:
        return bool(self.lines) and not self.awaited


def sessions_on(day: date, rows: QuerySet[Session]) -> QuerySet[Session]:
    """Those of a day on the town's clocks, in the order in which they begin."""
    start = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    end = timezone.make_aware(datetime.combine(day, datetime.max.time()))
    shown = rows.filter(starts_at__range=(start, end)).order_by("starts_at", "activity__title", "pk")
    return shown.select_related("activity__organisation", "activity__site", "activity__commune", "slot")


def days_around(day: date, rows: QuerySet[Session]) -> tuple[date | None, date | None]:
    """The last day before and the first day after on which there is a session. Two queries."""
    before = rows.filter(day__lt=day, is_cancelled=False).order_by("-day").values_list("day", flat=True).first()
    after = rows.filter(day__gt=day, is_cancelled=False).order_by("day").values_list("day", flat=True).first()
    return before, after


def roll_calls(sessions: Iterable[Session]) -> list[RollCall]:
    """Seven queries, however many they are."""
    asked = list(sessions)
    children = expected_at(asked)
    every = {pk for there in children.values() for pk in there}
    notices = notices_at(asked, every)
    said: dict[int, dict[int, Attendance]] = defaultdict(dict)
    for each in Attendance.objects.filter(session__in=asked).select_related("recorded_by"):
        said[each.session_id][each.child_id] = each
    heads, notes, adults = _heads(asked), _notes(asked), _adults(asked)
    return [
        RollCall(
            session,
            sorted(
                (
                    Line(
                        child,
                        said[session.pk].get(pk, _NOBODY),
                        notices[session.pk].get(pk),
                        heads.get((session.pk, pk), ()),
                        tuple(notes.get((session.pk, pk), ())),
                    )
                    for pk, child in children[session.pk].items()
                ),
                key=lambda line: (line.child.first_name.casefold(), line.child.last_name.casefold(), line.child.pk),
            ),
            adults.get(session.pk, []),
        )
        for session in asked
    ]


def roll_call(session: Session) -> RollCall:
    return roll_calls([session])[0]


def coming_for(children: Iterable[Child], first: date, last: date) -> dict[int, list[Session]]:
    """By child, the sessions at which they hold a place between two days, called-off ones left out. Two queries."""
    held = Enrolment.objects.filter(child__in=list(children), state=EnrolmentState.CONFIRMED).select_related("unit")
    places = list(held)
    slots = {each.unit.slot_id for each in places if each.unit.slot_id}
    dates = {each.unit.session_id for each in places if each.unit.session_id}
    rows = Session.objects.filter(Q(slot__in=slots) | Q(pk__in=dates), day__range=(first, last), is_cancelled=False)
    found: dict[int, list[Session]] = defaultdict(list)
    for session in rows.select_related("activity", "slot").order_by("starts_at"):
        for place in places:
            if covers(place, session):
                found[place.child_id].append(session)
    return found


def presences_of(child: Child, first: date, last: date) -> list[tuple[Session, str]]:
    """What was said of a child between two days, with the absences that the family had told. Two queries."""
    said = (
        Attendance.objects.filter(child=child, session__day__range=(first, last))
        .exclude(state=Mark.EXPECTED)
        .select_related("session__activity")
        .order_by("session__starts_at")
    )
    rows = list(said)
    told = notices_at([each.session for each in rows], [child.pk])
    return [(each.session, Line(child, each, told[each.session_id].get(child.pk)).state) for each in rows]


def _heads(sessions: Sequence[Session]) -> dict[tuple[int, int], tuple[UUID, ...]]:
    marks: dict[tuple[int, int], list[AttendanceMark]] = defaultdict(list)
    for row in AttendanceMark.objects.filter(session__in=sessions):
        marks[row.session_id, row.child_id].append(row)
    return {key: tuple(each.key for each in standing(row.told for row in rows).heads) for key, rows in marks.items()}


def _notes(sessions: Sequence[Session]) -> dict[tuple[int, int], list[NoteCode]]:
    found: dict[tuple[int, int], list[NoteCode]] = defaultdict(list)
    for row in HandoverNote.objects.filter(session__in=sessions):
        found[row.session_id, row.child_id].append(NoteCode(row.code))
    return found


def _adults(sessions: Sequence[Session]) -> dict[int, list[AdultPresence]]:
    found: dict[int, list[AdultPresence]] = defaultdict(list)
    for row in AdultPresence.objects.filter(session__in=sessions, left_at__isnull=True):
        found[row.session_id].append(row)
    return found
