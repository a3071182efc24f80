"""A session of today: a leader, a group, children who hold a place in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from preau.offer.activities.models import Activity, Session, Slot
from preau.offer.attendance.calling import Said
from preau.offer.enrolment.enums import EnrolmentState
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.people.households.models import Child
from preau.people.organisations.enums import OrganisationKind
from tests.cast.offer import make_activity
from tests.cast.people import make_organisation, make_person

TODAY = date(2026, 11, 24)
_ASKED = datetime(2026, 10, 1, 8, tzinfo=UTC)


def make_leader(organisation: str = "Club de judo", name: str = ""):
    return make_person("activity_leader", name=name, organisation=make_organisation(organisation))


def make_town_service(name: str = "Service enfance"):
    return make_organisation(name, OrganisationKind.TOWN_SERVICE)


def make_session(
    title: str = "Judo",
    *,
    day: date = TODAY,
    activity: Activity | None = None,
    starts: time = time(14),
    ends: time = time(15, 30),
    **facts: object,
) -> Session:
    """A weekly group on the weekday of ``day``, with its session of that day."""
    activity = activity or make_activity(title, weekday=None, **facts)
    slot, _ = Slot.objects.get_or_create(
        activity=activity, weekday=day.weekday(), defaults={"starts_at": starts, "ends_at": ends}
    )
    return Session.objects.create(
        activity=activity,
        slot=slot,
        day=day,
        starts_at=timezone.make_aware(datetime.combine(day, starts)),
        ends_at=timezone.make_aware(datetime.combine(day, ends)),
    )


def make_group(session: Session, *children: Child, capacity: int = 12) -> BookingUnit:
    """The children hold a confirmed place in the group of this session."""
    unit, _ = BookingUnit.objects.get_or_create(
        activity=session.activity,
        slot=session.slot,
        defaults={
            "label": "le groupe",
            "starts_on": date(2026, 9, 7),
            "ends_on": date(2027, 6, 30),
            "capacity": capacity,
        },
    )
    for child in children:
        Enrolment.objects.create(unit=unit, child=child, state=EnrolmentState.CONFIRMED, asked_at=_ASKED)
    return unit


def say(child: Child, mark: str, at: datetime, *after, **facts) -> Said:
    return Said(uuid4(), child.key, mark, at, tuple(each.key for each in after), **facts)


def weeks_before(session: Session, count: int) -> list[Session]:
    """The same group, one and more weeks earlier; the oldest first."""
    return [
        Session.objects.create(
            activity=session.activity,
            slot=session.slot,
            day=session.day - timedelta(weeks=back),
            starts_at=session.starts_at - timedelta(weeks=back),
            ends_at=session.ends_at - timedelta(weeks=back),
        )
        for back in range(count, 0, -1)
    ]
