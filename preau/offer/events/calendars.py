"""Calendar files (.ics, RFC 5545) read as lines: one a UID, with all its times, without guests or organisers."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Component

from preau.foundation.tables import Row, Table, UnreadableTable
from preau.offer.events.recurring import Window, occurrences
from preau.town.opendata.line import cleaned
from preau.town.opendata.source import Values

BIGGEST = 20_000_000
"""Bytes: a calendar is read whole, and ten years of a busy town are under two million."""
COLUMNS = ("uid", "title", "description", "place", "url", "keywords", "status", "privacy", "times", "lat", "lon",
           "calendar", "fault")  # fmt: skip
_BEFORE, _AFTER = timedelta(days=365), timedelta(days=730)
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""What the library lets out of a broken calendar, whatever it met."""


def window_around(today: date) -> Window:
    """A year behind, two years ahead: what a family may still look for."""
    return Window(today - _BEFORE, today + _AFTER)


def open_calendar(path: Path, name: str, today: date) -> Table:
    """A calendar file as the tables that the import engine reads. Raises UnreadableTable."""
    if path.stat().st_size > BIGGEST:
        raise UnreadableTable(_("Ce calendrier est trop grand pour être lu."), code="huge_calendar")
    found = rows_of_calendar(path.read_bytes(), today=today, name=name or path.name)
    rows = (Row(number, dict(values), values["fault"]) for number, values in enumerate(found, 1))
    return Table(format="ics", columns=COLUMNS, rows=rows, encoding="utf-8")


def rows_of_calendar(data: bytes, *, today: date, name: str = "") -> Iterator[Values]:
    """The events of a calendar, in the order of the file. Raises UnreadableTable, at once, for what is none."""
    calendars = _parsed(data)
    lines = [(calendar, event) for calendar in calendars for event in calendar.walk("VEVENT")]
    if not lines:
        raise UnreadableTable(_("Ce calendrier ne contient aucun évènement."), code="no_event")
    return _rows(lines, window_around(today), name)


def _parsed(data: bytes) -> list[Any]:
    try:
        with warnings.catch_warnings():  # a zone that the library guessed is a zone all the same
            warnings.simplefilter("ignore")
            calendars = Calendar.from_ical(_decoded(data), multiple=True)
    except _UNREADABLE as error:
        raise UnreadableTable(
            _("Ce calendrier est mal formé et ne peut pas être lu. Exportez-le de nouveau de votre agenda."),
            code="broken_calendar",
        ) from error
    if not calendars and b"BEGIN:VCALENDAR" in data.upper():
        raise UnreadableTable(
            _("Ce calendrier s’arrête avant la fin : il n’a pas été copié jusqu’au bout."), code="truncated_calendar"
        )
    if not calendars:
        raise UnreadableTable(_("Ce fichier n’est pas un calendrier (.ics)."), code="no_calendar")
    return list(calendars)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(lines: list[tuple[Any, Component]], window: Window, name: str) -> Iterator[Values]:
    groups: dict[str, list[tuple[Any, Component]]] = {}
    for rank, (calendar, event) in enumerate(lines):
        groups.setdefault(_said(event, "UID") or f"\n{rank}", []).append((calendar, event))
    for members in groups.values():
        yield _row(members, window, name)


def _row(members: list[tuple[Any, Component]], window: Window, name: str) -> Values:
    """The line of a UID: the words of its main event, the times of all of them."""
    events = [event for _calendar, event in members]
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    calendar, main = members[0][0], (masters or events)[0]
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {"times": []}
    try:
        row |= _words(main) | {
            "uid": _said(main, "UID"),
            "calendar": _said(calendar, "X-WR-CALNAME") or _said(calendar, "NAME") or name,
        }
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            moved = [event for event in events if "RECURRENCE-ID" in event]
            spans = occurrences(masters[0] if masters else None, moved, window)
        row["times"] = [[start.isoformat(), end.isoformat()] for start, end in spans]
    except _UNREADABLE as error:
        row["fault"] = str(error) if type(error) is ValueError else _("Une date ou une durée n’est pas lisible.")
    return row


def _words(event: Component) -> dict[str, Any]:
    lat, lon = _place(event)
    return {
        "title": _said(event, "SUMMARY"),
        "description": _said(event, "DESCRIPTION"),
        "place": _said(event, "LOCATION"),
        "url": _said(event, "URL"),
        "keywords": _categories(event),
        "status": _said(event, "STATUS").upper(),
        "privacy": _said(event, "CLASS").upper(),
        "lat": lat,
        "lon": lon,
    }


def _said(component: Any, name: str) -> str:
    """The first value of a property as text; "" when it is missing or broken."""
    value = component.get(name)
    try:
        return cleaned(str(value[0] if isinstance(value, list) and value else value or ""))
    except _UNREADABLE:
        return ""


def _categories(event: Component) -> list[str]:
    value = event.get("CATEGORIES")
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [cleaned(str(each)) for categories in listed for each in getattr(categories, "cats", [])]


def _place(event: Component) -> tuple[float | str, float | str]:
    """GEO gives the latitude first."""
    point = event.get("GEO")
    try:
        return float(point.latitude), float(point.longitude)
    except _UNREADABLE:
        return "", ""
