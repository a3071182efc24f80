"""What is dated in a plan, quarter by quarter, and where each thing is drawn. Pure: events in, places out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

WIDTH, MARGIN, ROW, LANE_GAP, HEAD, FOOT = 1100, 44, 22, 14, 34, 18
"""Of the drawing: its width, the room for the names of the lanes, a row, between lanes, above and below them."""
_LETTER = 7.5
"""How wide a letter of a label is taken to be."""
_SHORTEST = 6.0
"""How wide an action of a single day is drawn."""
_MOST_NAMED = 160
"""Beyond that many events, a drawing with their codes would be a wall of text."""


class EventKind(StrEnum):
    HORIZON = "horizon"
    ACTION = "action"
    MILESTONE = "milestone"
    LABEL = "label"
    AGREEMENT = "agreement"
    PLAN = "plan"


KIND_NAMES: dict[EventKind, str | Promise] = {
    EventKind.HORIZON: gettext_lazy("Échéances d’objectifs"),
    EventKind.ACTION: gettext_lazy("Actions"),
    EventKind.MILESTONE: gettext_lazy("Étapes et jalons"),
    EventKind.LABEL: gettext_lazy("Labels"),
    EventKind.AGREEMENT: gettext_lazy("Conventions"),
    EventKind.PLAN: gettext_lazy("Le projet"),
}
_QUARTERS = (
    gettext_lazy("janvier à mars %(year)d"),
    gettext_lazy("avril à juin %(year)d"),
    gettext_lazy("juillet à septembre %(year)d"),
    gettext_lazy("octobre à décembre %(year)d"),
)
_SHORT = (
    gettext_lazy("janv.-mars"),
    gettext_lazy("avr.-juin"),
    gettext_lazy("juil.-sept."),
    gettext_lazy("oct.-déc."),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has a day, or a day and an end. ``axes`` are numbers, empty for what is the whole plan's.

    ``label`` is the few letters that stand beside it in the drawing, ``path`` where it leads.
    """

    kind: EventKind
    on: date
    title: str
    path: str
    label: str = ""
    ends_on: date | None = None
    axes: frozenset[int] = field(default_factory=frozenset)
    is_done: bool = False

    @property
    def last_on(self) -> date:
        return self.ends_on or self.on


class Quarter(NamedTuple):
    """``number`` is 1 to 4."""

    year: int
    number: int

    @property
    def name(self) -> str:
        return str(_QUARTERS[self.number - 1]) % {"year": self.year}

    @property
    def short(self) -> str:
        return str(_SHORT[self.number - 1])

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def following(self) -> Quarter:
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // 3 + 1)


def by_quarter(events: Iterable[Event]) -> list[tuple[Quarter, list[Event]]]:
    """In the order of the calendar; an action stands where it begins."""
    found: dict[Quarter, list[Event]] = {}
    for event in sorted(events, key=lambda each: (each.on, each.last_on, each.label, each.title)):
        found.setdefault(quarter_of(event.on), []).append(event)
    return sorted(found.items())


@dataclass(frozen=True, slots=True)
class Placed:
    """An event in the drawing; ``width`` is 0 for a single day.

    ``text_x`` is where its label begins, or ends when it stands before (``is_before``).
    """

    event: Event
    x: float
    y: float
    width: float
    text_x: float
    is_before: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """``axis`` is 0 for what is the whole plan's."""

    axis: int
    y: float
    height: float
    placed: list[Placed]


@dataclass(frozen=True, slots=True)
class Tick:
    quarter: Quarter
    x: float
    begins_year: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    lanes: list[Lane]
    ticks: list[Tick]
    height: float
    today_x: float | None
    is_named: bool
    width: int = WIDTH


def drawn(events: Sequence[Event], today: date) -> Drawing | None:
    """Where everything stands, lanes by axis, without one thing over another; None for nothing."""
    if not events:
        return None
    first = quarter_of(min(event.on for event in events)).first_day
    last = quarter_of(max(event.last_on for event in events)).following.first_day
    scale = (WIDTH - MARGIN) / (last - first).days
    is_named = len(events) <= _MOST_NAMED
    lanes: list[Lane] = []
    y = float(HEAD)
    for axis in sorted({axis for event in events for axis in _lanes_of(event)}):
        mine = [event for event in events if axis in _lanes_of(event)]
        placed, rows = _packed(mine, first, scale, y, is_named)
        lanes.append(Lane(axis, y, rows * ROW, placed))
        y += rows * ROW + LANE_GAP
    inside = first <= today < last
    today_x = round(MARGIN + (today - first).days * scale, 1) if inside else None
    return Drawing(lanes, _ticks(first, last, scale), y + FOOT, today_x, is_named)


def _lanes_of(event: Event) -> frozenset[int]:
    return event.axes or frozenset({0})


def _packed(events: Sequence[Event], first: date, scale: float, top: float, is_named: bool) -> tuple[list[Placed], int]:
    """Each on the first row that is free there, from left to right."""
    ends: list[float] = []
    placed: list[Placed] = []
    for event in sorted(events, key=lambda each: (each.on, each.last_on, each.label)):
        x = MARGIN + (event.on - first).days * scale
        days = (event.last_on - event.on + timedelta(days=1)).days
        lasts = event.ends_on is not None or event.kind == EventKind.ACTION
        length = max(days * scale, _SHORTEST) if lasts else 0.0
        body = max(length, 12.0)
        words = len(event.label) * _LETTER + 6 if is_named and event.label else 0.0
        # Near the right edge there is no room behind: the words stand before.
        before = x + body + words > WIDTH
        start, end = (x - words, x + body) if before else (x, x + body + words)
        row = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = end + 4
        text_x = x - 3 if before else x + body + 3
        placed.append(Placed(event, round(x, 1), top + row * ROW, round(length, 1), round(text_x, 1), before))
    return placed, len(ends)


def _ticks(first: date, last: date, scale: float) -> list[Tick]:
    found: list[Tick] = []
    quarter = quarter_of(first)
    while quarter.first_day < last:
        x = round(MARGIN + (quarter.first_day - first).days * scale, 1)
        found.append(Tick(quarter, x, quarter.number == 1 or not found))
        quarter = quarter.following
    return found


def in_words(events: Sequence[Event], today: date) -> str:
    """The drawing in a sentence, for those who don't see it."""
    if not events:
        return _("Rien n’est daté.")
    past = sum(event.last_on < today for event in events)
    said = {
        "count": len(events),
        "first": formats.date_format(min(event.on for event in events), "F Y"),
        "last": formats.date_format(max(event.last_on for event in events), "F Y"),
    }
    words = ngettext("%(count)d date, en %(first)s", "%(count)d dates, entre %(first)s et %(last)s", len(events)) % said
    gone = ngettext("%(past)d est passée", "%(past)d sont passées", past) % {"past": past}
    return f"{words} ; {gone}." if past else f"{words}."
