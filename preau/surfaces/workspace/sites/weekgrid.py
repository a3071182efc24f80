"""The week of a site as a table: a row for each day, a column for each band that comes back from day to day.

A band of one day only (Wednesday's) takes the columns that its day leaves empty, so that a row always reads from
morning to evening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from itertools import groupby

from preau.plan.articulation.enums import FindingKind
from preau.plan.articulation.models import WeekEntry
from preau.plan.articulation.week import NOT_OURS, Finding
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.rules import Hours

type Key = tuple[TimeBand, int]
"""A band and how many times it has come that day: class before noon, class after noon."""


@dataclass(slots=True)
class Slot:
    """A band of a day with what is planned in it; ``hours`` None holds what stands outside of all bands."""

    hours: Hours | None
    entries: list[WeekEntry] = field(default_factory=list)

    @property
    def is_hole(self) -> bool:
        return self.hours is not None and not self.entries and self.hours.band not in NOT_OURS

    @property
    def is_of_school(self) -> bool:
        return self.hours is not None and self.hours.band == TimeBand.SCHOOL


@dataclass(slots=True)
class Cell:
    """``span`` columns wide; without a slot, nothing is open."""

    span: int
    slots: list[Slot] = field(default_factory=list)


@dataclass(slots=True)
class Day:
    on: date
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    band: TimeBand
    number: int
    is_twice: bool


@dataclass(slots=True)
class WeekGrid:
    columns: list[Column]
    days: list[Day]

    @property
    def width(self) -> int:
        return max(1, len(self.columns))


def week_grid(days: Sequence[tuple[date, Sequence[Hours]]], entries: Sequence[WeekEntry]) -> WeekGrid:
    """``days``: each day of the week with what opens. A day when nothing opens and nothing is planned has no row."""
    keyed = {on: _keyed(hours) for on, hours in days}
    columns = _columns(list(keyed.values()))
    rows = []
    for on, _ in days:
        of_day = [each for each in entries if each.weekday == on.weekday() and each.starts_on <= on <= each.ends_on]
        if keyed[on] or of_day:
            rows.append(Day(on, _cells(keyed[on], columns, of_day)))
    twice = {band for band, number in columns if number}
    return WeekGrid([Column(band, number, band in twice) for band, number in columns], rows)


def _keyed(hours: Sequence[Hours]) -> dict[Key, Hours]:
    found: dict[Key, Hours] = {}
    for each in sorted(hours, key=lambda one: one.starts_at):
        found[each.band, sum(band == each.band for band, _ in found)] = each
    return found


def _columns(days: Sequence[dict[Key, Hours]]) -> list[Key]:
    """Bands of two days at least, in the order in which they begin; of any day when none comes back."""
    starts: dict[Key, list[time]] = {}
    for day in days:
        for key, hours in day.items():
            starts.setdefault(key, []).append(hours.starts_at)
    usual = [key for key, found in starts.items() if len(found) > 1] or list(starts)
    return sorted(usual, key=lambda key: (min(starts[key]), key))


def _cells(day: dict[Key, Hours], columns: Sequence[Key], entries: Sequence[WeekEntry]) -> list[Cell]:
    slots = {key: Slot(hours, [each for each in entries if each.planned.is_in(hours)]) for key, hours in day.items()}
    cells: list[Cell] = []
    for is_usual, run in groupby(columns or [(TimeBand.CLUB, 0)], key=lambda key: key in slots):
        keys = list(run)
        cells += [Cell(1, [slots[key]]) for key in keys] if is_usual else [Cell(len(keys))]
    for key, slot in slots.items():
        if key not in columns:
            _fit(cells, slot)
    placed = {each.pk for slot in slots.values() for each in slot.entries}
    if alone := [each for each in entries if each.pk not in placed]:
        cells[-1].slots.append(Slot(None, alone))
    return cells


def _fit(cells: list[Cell], slot: Slot) -> None:
    """In the empty columns after what begins before it; beside its neighbour when its day leaves none empty."""
    assert slot.hours is not None  # noqa: S101  only what stands outside has no hours, and is placed last
    before = [number for number, cell in enumerate(cells) if cell.slots and _begins(cell) <= slot.hours.starts_at]
    after_this = before[-1] if before else -1
    empty = next((cell for cell in cells[after_this + 1 :] if not cell.slots), None)
    follows = cells[after_this + 1] if after_this + 1 < len(cells) else None
    target = empty if empty is not None and empty is follows else cells[max(after_this, 0)]
    target.slots.append(slot)
    target.slots.sort(key=lambda each: each.hours.starts_at if each.hours else time.max)


def _begins(cell: Cell) -> time:
    hours = cell.slots[0].hours
    return hours.starts_at if hours else time.max


@dataclass(frozen=True, slots=True)
class Marks:
    """What a cell says about an entry, beside its words."""

    overlapping: frozenset[int]
    repeated: frozenset[int]
    outside: frozenset[int]


def marks_of(findings: Sequence[Finding]) -> Marks:
    def keys(kind: FindingKind) -> frozenset[int]:
        return frozenset(each.key for found in findings if found.kind == kind for each in found.planned)

    return Marks(keys(FindingKind.OVERLAP), keys(FindingKind.REPETITION), keys(FindingKind.OUTSIDE))


@dataclass(frozen=True, slots=True)
class Hole:
    """The same band left empty on several days: one line, not five."""

    band: TimeBand
    starts_at: time
    ends_at: time
    days: tuple[int, ...]


def holes_by_band(findings: Sequence[Finding]) -> list[Hole]:
    days: dict[tuple[time, time, TimeBand], list[int]] = {}
    for found in findings:
        if found.kind == FindingKind.HOLE and found.hours is not None:
            hours = found.hours
            days.setdefault((hours.starts_at, hours.ends_at, hours.band), []).append(hours.weekday)
    return [Hole(band, start, end, tuple(days[start, end, band])) for start, end, band in sorted(days)]
