"""A calendar that telephones and computers subscribe to (RFC 5545, RFC 7986). Pure: what it shows is an argument.

Each session is an event of its own, never a recurrence rule: a moved or cancelled session is then an ordinary event
with the same UID, where calendars disagree about RRULE with EXDATE and RECURRENCE-ID (decision 0022). Hours are written
on the town's clocks with their VTIMEZONE, so that a session stays at 17:00 on both sides of a change of clocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText
from icalendar.prop import vRecur

from preau.town.calendar.schoolcalendar import PARIS

REFRESH = timedelta(hours=12)
_PRODUCT = "-//Preau//Calendrier//FR"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_MAX_SEQUENCE = 2**31 - 1


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event. Both instants know their zone; ``days`` (both in) makes it last whole days instead.

    ``uid`` never changes, ``sequence`` grows with each change, ``changed_at`` is the instant of the last one, None
    when nobody wrote it down.
    """

    uid: str
    title: str
    changed_at: datetime | None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    days: tuple[date, date] | None = None
    sequence: int = 0
    is_cancelled: bool = False
    description: str = ""
    location: str = ""
    lat: float | None = None
    lon: float | None = None
    url: str = ""
    categories: tuple[str, ...] = ()


def calendar_feed(
    title: str, entries: Iterable[CalendarEntry], *, url: str, now: datetime, zone: tzinfo = PARIS
) -> bytes:
    """The whole calendar, ready to be served as ``text/calendar``. ``url`` is the page that shows the same."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(_plain(title)))
    calendar.add("x-wr-timezone", str(zone))
    calendar.add("url", url)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_timezone(zone))
    for each in entries:
        calendar.add_component(_event(each, now, zone))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, now: datetime, zone: tzinfo) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    if entry.changed_at is not None:
        event.add("last-modified", entry.changed_at)
    event.add("sequence", min(entry.sequence, _MAX_SEQUENCE))
    event.add("summary", _plain(entry.title))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    _when(event, entry, zone)
    for name, text in (("description", entry.description), ("location", entry.location)):
        if text:
            event.add(name, _plain(text))
    if entry.lat is not None and entry.lon is not None:
        event.add("geo", (entry.lat, entry.lon))
    if entry.url:
        event.add("url", entry.url)
    if entry.categories:
        event.add("categories", [vText(_plain(each)) for each in entry.categories])
    if entry.is_cancelled or entry.days:
        event.add("transp", "TRANSPARENT")
    return event


def _when(event: Event, entry: CalendarEntry, zone: tzinfo) -> None:
    """Days end, in this format, on the day after the last one."""
    if entry.days is not None:
        event.add("dtstart", entry.days[0])
        event.add("dtend", entry.days[1] + timedelta(days=1))
        return
    if entry.starts_at is None or entry.ends_at is None:
        raise ValueError("an event lasts whole days, or from an instant to another")
    event.add("dtstart", _told(entry.starts_at, zone))
    event.add("dtend", _told(entry.ends_at, zone))


def _told(instant: datetime, zone: tzinfo) -> datetime:
    """On the town's clocks; in UTC for the hour of October that they show twice, the second time."""
    local = instant.astimezone(zone)
    return local.astimezone(UTC) if local.fold else local


def _timezone(zone: tzinfo) -> Timezone:
    """The rule of the European Union for Paris (directive 2000/84/CE), as calendars know it best; else the tables."""
    if not (isinstance(zone, ZoneInfo) and zone.key == "Europe/Paris"):
        return Timezone.from_tzinfo(zone)
    found = Timezone()
    found.add("tzid", zone.key)
    for part, name, before, after, month, starts in (
        (TimezoneDaylight(), "CEST", 1, 2, 3, datetime(1981, 3, 29, 2)),
        (TimezoneStandard(), "CET", 2, 1, 10, datetime(1996, 10, 27, 3)),
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("dtstart", starts)
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1su"))
        found.add_component(part)
    return found


def _plain(text: str) -> str:
    """Text that every parser reads: no control character, one kind of line end."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
