"""Every occurrence of an event of a calendar file, inside a window: rules, added days, removed days, moved ones.

Rules are unfolded on the clocks of the event, so that « each Wednesday at 2 p.m. » stays at 2 p.m. when the clocks
change. A time without a zone, or of a zone that nobody knows, is a time in Paris; a whole day goes from one midnight in
Paris to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import Any

from dateutil.rrule import rrulestr
from django.utils.translation import gettext as _
from icalendar import Event as Component
from icalendar.prop import vRecur

from preau.offer.events.spans import PARIS, Span, ordered

MOST_TIMES = 1000
"""Occurrences kept of one event: more would be a mistake of its author."""
FIRST_YEAR = 1900
_STEPS = frozenset("DAILY WEEKLY MONTHLY YEARLY".split())
_NOTHING = timedelta(0)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """What part of an endless rule is unfolded."""

    first_day: date
    last_day: date

    @property
    def starts(self) -> datetime:
        return datetime.combine(self.first_day, time.min)

    @property
    def ends(self) -> datetime:
        return datetime.combine(self.last_day, time.max)


def occurrences(master: Component | None, moved: Iterable[Component], window: Window) -> list[Span]:
    """All times of one event, in order. ``moved`` are its lines with a RECURRENCE-ID. Raises ValueError in French."""
    moved = list(moved)
    spans = [] if master is None else _series(master, window, [_dt(each, "RECURRENCE-ID") for each in moved])
    for each in moved:
        if not _is_cancelled(each):
            spans += _series(each, window)
    return ordered(spans)[:MOST_TIMES]


def _series(component: Component, window: Window, replaced: Iterable[date | datetime | None] = ()) -> list[Span]:
    """What the dates and rules of one component give, less the days taken out or told by another component."""
    clocks = _Clocks(component)
    added = dict(_added(component, clocks))
    starts = {clocks.start, *_by_rules(component, clocks, window), *added}
    out = [*_days_in(component, "EXDATE"), *replaced]
    whole_days = {each for each in out if isinstance(each, date) and not isinstance(each, datetime)}
    starts -= {clocks.local(each) for each in out}
    kept = [each for each in starts if each.date() not in whole_days]
    return [clocks.span(each, added.get(each)) for each in _within(kept, window)]


class _Clocks:
    """The clocks of one event: on which zone its times are read, when it begins, how long it lasts."""

    def __init__(self, component: Component) -> None:
        first = _dt(component, "DTSTART")
        if first is None:
            raise ValueError(_("L’évènement n’a pas de date."))
        self.zone: tzinfo = (first.tzinfo if isinstance(first, datetime) else None) or PARIS
        self.is_whole_day = not isinstance(first, datetime)
        self.start = self.local(first)
        self.length = self._length(component)

    def local(self, value: date | datetime | None) -> datetime:
        if value is None:
            raise ValueError(_("L’évènement a une date illisible."))
        if not isinstance(value, datetime):
            return datetime.combine(value, time.min)
        return value.astimezone(self.zone).replace(tzinfo=None) if value.tzinfo else value

    def span(self, start: datetime, length: timedelta | None = None) -> Span:
        end = start + (self.length if length is None else length)
        return start.replace(tzinfo=self.zone), end.replace(tzinfo=self.zone)

    def _length(self, component: Component) -> timedelta:
        if (end := _dt(component, "DTEND")) is not None:
            length = self.local(end) - self.start
        else:
            length = _dt(component, "DURATION") or (_DAY if self.is_whole_day else _NOTHING)
        return max(length, _NOTHING)


def _by_rules(component: Component, clocks: _Clocks, window: Window) -> Iterator[datetime]:
    """Beginnings by the rules; those of the window, or the last ones of a series that is over."""
    for rule in _listed(component.get("RRULE")):
        found = list(islice(_unfolded(rule, clocks, window), MOST_TIMES * 20))
        yield from [each for each in found if each >= window.starts] or found[-MOST_TIMES:]


def _unfolded(rule: Any, clocks: _Clocks, window: Window) -> Iterator[datetime]:
    if not isinstance(rule, vRecur) or not rule.get("FREQ"):
        raise ValueError(_("La répétition n’est pas lisible."))
    if str(rule["FREQ"][0]).upper() not in _STEPS:
        raise ValueError(_("Une répétition plus fréquente que chaque jour n’est pas lue."))
    if any(int(step) < 1 for step in rule.get("INTERVAL", [1])) or clocks.start.year < FIRST_YEAR:
        raise ValueError(_("La répétition n’est pas lisible."))
    last = min([window.ends, *(clocks.local(each) for each in rule.get("UNTIL", []))])
    endless: Any = vRecur({name: value for name, value in rule.items() if name != "UNTIL"})
    try:
        unfolded = rrulestr(endless.to_ical().decode(), dtstart=clocks.start)
        if "COUNT" not in rule:
            unfolded = unfolded.replace(until=last)
    except (ValueError, TypeError) as error:
        raise ValueError(_("La répétition n’est pas lisible.")) from error
    return takewhile(lambda each: each <= last, unfolded)


def _within(starts: list[datetime], window: Window) -> list[datetime]:
    """Those of the window; all of them for an event that lies outside of it."""
    inside = [each for each in starts if window.starts <= each <= window.ends]
    return sorted(inside or starts)[:MOST_TIMES]


def _added(component: Component, clocks: _Clocks) -> Iterator[tuple[datetime, timedelta | None]]:
    """Beginnings added one by one; a period brings its own length."""
    for value in _days_in(component, "RDATE"):
        if isinstance(value, tuple):
            start, end = value
            length = end if isinstance(end, timedelta) else clocks.local(end) - clocks.local(start)
            yield clocks.local(start), max(length, _NOTHING)
        else:
            yield clocks.local(value), None


def _days_in(component: Component, name: str) -> Iterator[Any]:
    for listed in _listed(component.get(name)):
        for each in getattr(listed, "dts", [listed]):
            yield each.dt


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _dt(component: Component, name: str) -> Any:
    """What a property says, of its first line when it comes twice. Raises ValueError when it can’t be read."""
    found = next(iter(_listed(component.get(name))), None)
    if found is None:
        return None
    try:
        return found.dt
    except (ValueError, AttributeError) as error:
        raise ValueError(_("Une date de l’évènement n’est pas lisible.")) from error


def _is_cancelled(component: Component) -> bool:
    return str(component.get("STATUS", "")).upper() == "CANCELLED"
