"""Who is expected at a session: the confirmed places of its group, or of its date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from preau.offer.activities.models import Session
from preau.offer.attendance.models import AbsenceNotice, Attendance
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import Enrolment
from preau.people.households.models import Child


def expected_at(sessions: Iterable[Session]) -> dict[int, dict[int, Child]]:
    """By session, by id: those who hold a place that day, and those of whom something was already said.

    Two queries. A child who was erased is nobody any more.
    """
    asked = list(sessions)
    found: dict[int, dict[int, Child]] = {each.pk: {} for each in asked}
    for place in _places(asked):
        for session in asked:
            if covers(place, session):
                found[session.pk][place.child_id] = place.child
    said = Attendance.objects.filter(session__in=asked, child__erased_on__isnull=True).select_related("child")
    for each in said:
        found[each.session_id].setdefault(each.child_id, each.child)
    return found


def notices_at(sessions: Iterable[Session], children: Iterable[int]) -> dict[int, dict[int, AbsenceNotice]]:
    """By session, by child: the absence that a family told and did not take back. One query."""
    asked = list(sessions)
    found: dict[int, dict[int, AbsenceNotice]] = defaultdict(dict)
    if not asked:
        return found
    days = [each.day for each in asked]
    for notice in told_between(children, min(days), max(days)):
        for session in asked:
            if notice.from_on <= session.day <= notice.until_on:
                found[session.pk][notice.child_id] = notice
    return found


def told_between(children: Iterable[int], first: date, last: date) -> QuerySet[AbsenceNotice]:
    """Absences that families told and did not take back, of which some day is between these two."""
    rows = AbsenceNotice.objects.filter(child__in=list(children), cancelled_at__isnull=True)
    return rows.filter(from_on__lte=last, until_on__gte=first)


def _places(sessions: Iterable[Session]) -> Iterable[Enrolment]:
    asked = list(sessions)
    where = Q(unit__session__in=asked) | Q(unit__slot__in={each.slot_id for each in asked})
    held = Enrolment.objects.filter(where, state=EnrolmentState.CONFIRMED, child__erased_on__isnull=True)
    return held.select_related("unit", "child")


def covers(place: Enrolment, session: Session) -> bool:
    """``place`` comes with its unit."""
    unit = place.unit
    if unit.session_id is not None:
        return unit.session_id == session.pk
    return unit.slot_id == session.slot_id and unit.starts_on <= session.day <= unit.ends_on
