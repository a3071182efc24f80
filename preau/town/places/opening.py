"""Whether a door is open, until when, when it opens next. Pure: rows, the calendar and the instant are arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import combinations

from .enums import Season

type IsHoliday = Callable[[date], bool]
"""Whether a day belongs to the school holidays."""
type DayReason = Callable[[date], str]
"""Why a day is not like the others, "" when it is."""

MIDNIGHT = time(23, 59)
"""The last minute that a row can say; it is read as midnight."""
LOOKED_AHEAD = 62
"""Days: past two months, « when does it open » is no longer an answer."""


def no_holidays(day: date) -> bool:
    return False


def nothing(day: date) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Days:
    """What the calendar of the town says of a day."""

    is_holiday: IsHoliday = no_holidays
    bank_holiday: DayReason = nothing
    closure: DayReason = nothing
    """Of the place itself: it holds whatever the hours say."""


@dataclass(frozen=True, slots=True)
class Span:
    opens_at: time
    closes_at: time


ALL_DAY = Span(time(0), MIDNIGHT)


@dataclass(frozen=True, slots=True)
class Opening:
    """``weekday`` 0 is Monday; ``closes_at`` is already closed; empty dates do not limit."""

    weekday: int
    opens_at: time
    closes_at: time
    season: Season = Season.ALWAYS
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date, days: Days) -> bool:
        if day.weekday() != self.weekday or not _between(day, self.valid_from, self.valid_to):
            return False
        return self.season == Season.ALWAYS or (self.season == Season.HOLIDAYS) == days.is_holiday(day)

    def meets(self, other: Opening) -> bool:
        """Whether both could claim the same minute of some day."""
        seasons = {self.season, other.season}
        return (
            self.weekday == other.weekday
            and self.opens_at < other.closes_at
            and other.opens_at < self.closes_at
            and seasons != {Season.TERM, Season.HOLIDAYS}
            and _before(self.valid_from, other.valid_to)
            and _before(other.valid_from, self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """Days, both in, with other hours; ``span`` None: shut."""

    first_day: date
    last_day: date
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    openings: tuple[Opening, ...] = ()
    changes: tuple[Change, ...] = ()
    is_always_open: bool = False
    opens_on_bank_holidays: bool = False

    @property
    def is_known(self) -> bool:
        """Nobody said anything: that is neither open nor closed."""
        return self.is_always_open or bool(self.openings)

    def change_on(self, day: date) -> Change | None:
        """The last one that was told wins."""
        return next((each for each in reversed(self.changes) if each.first_day <= day <= each.last_day), None)

    def on(self, day: date, days: Days) -> tuple[Span, ...]:
        """When the door is open that day, in order; spans that touch are one."""
        if days.closure(day):
            return ()
        if (change := self.change_on(day)) is not None:
            return (change.span,) if change.span else ()
        if days.bank_holiday(day) and not self.opens_on_bank_holidays:
            return ()
        if self.is_always_open:
            return (ALL_DAY,)
        return joined(Span(each.opens_at, each.closes_at) for each in self.openings if each.holds_on(day, days))

    def reason_on(self, day: date, days: Days) -> str:
        """Why the door keeps other hours that day, "" when nobody gave a reason."""
        if reason := days.closure(day):
            return reason
        if (change := self.change_on(day)) is not None:
            return change.reason
        return "" if self.opens_on_bank_holidays else days.bank_holiday(day)


@dataclass(frozen=True, slots=True)
class Standing:
    """``until``: of today, None for a door that nobody locks. ``next_day`` and ``next_at``: None when unknown."""

    is_known: bool
    is_open: bool = False
    until: time | None = None
    next_day: date | None = None
    next_at: time | None = None
    reason: str = ""


def standing_at(timetable: Timetable, when: datetime, *, zone: tzinfo, days: Days) -> Standing:
    """The door at an instant, read on the clocks of ``zone``."""
    if not timetable.is_known:
        return Standing(is_known=False)
    local = when.astimezone(zone) if when.tzinfo else when
    today, moment = local.date(), local.time()
    for span in timetable.on(today, days):
        if span.opens_at <= moment < span.closes_at or (span.closes_at == MIDNIGHT and moment >= MIDNIGHT):
            return Standing(True, is_open=True, until=None if span == ALL_DAY else span.closes_at)
    reason = timetable.reason_on(today, days)
    for ahead in range(LOOKED_AHEAD):
        day = today + timedelta(days=ahead)
        for span in timetable.on(day, days):
            if ahead or span.opens_at > moment:
                return Standing(True, next_day=day, next_at=span.opens_at, reason=reason)
    return Standing(True, reason=reason)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, without overlap: 9 h – 12 h and 12 h – 18 h are one opening."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.opens_at, each.closes_at)):
        if found and span.opens_at <= found[-1].closes_at:
            found[-1] = Span(found[-1].opens_at, max(found[-1].closes_at, span.closes_at))
        else:
            found.append(span)
    return tuple(found)


def overlap(openings: Iterable[Opening]) -> tuple[Opening, Opening] | None:
    """The first two rows that would say the same minute twice."""
    ordered = sorted(openings, key=lambda each: (each.weekday, each.opens_at, each.closes_at))
    return next(((first, second) for first, second in combinations(ordered, 2) if first.meets(second)), None)


def _between(day: date, first: date | None, last: date | None) -> bool:
    return _before(first, day) and _before(day, last)


def _before(first: date | None, second: date | None) -> bool:
    return first is None or second is None or first <= second
