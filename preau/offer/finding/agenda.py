"""What open calendars announce, one line for each time that something happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from preau.offer.events.models import Event
from preau.people.organisations.models import Commune

AHEAD = timedelta(days=120)
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Happening:
    """One time of an event; both instants know their zone. ``number`` is its place among the times of the event."""

    event: Event
    starts_at: datetime
    ends_at: datetime
    number: int


def coming(commune: Commune, *, now: datetime, ahead: timedelta = AHEAD) -> list[Happening]:
    """What is not over, in order, until ``ahead``. One query."""
    last = now + ahead
    rows = Event.objects.present().filter(commune=commune, ends_at__gte=now, starts_at__lte=last)
    found = [each for event in rows.order_by("starts_at", "pk")[:_MOST] for each in happenings_of(event)]
    return sorted(
        (each for each in found if each.ends_at >= now and each.starts_at <= last),
        key=lambda each: (each.starts_at, each.event.title, each.event.pk),
    )


def happenings_of(event: Event) -> list[Happening]:
    times = [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in event.times]
    if not times and event.starts_at is not None:
        times = [(event.starts_at, event.ends_at or event.starts_at)]
    return [Happening(event, start, end, number) for number, (start, end) in enumerate(times)]
