"""What a week lacks, has twice, or has too often. Pure: hours and what is planned are arguments.

An audience is who something is planned for: a named group, or everybody of an age. Two named groups are two
audiences, even of one age: they may well do the same thing at the same time in two rooms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import combinations

from preau.town.calendar.enums import TimeBand
from preau.town.calendar.rules import Hours

from .enums import FindingKind

NOT_OURS = frozenset({TimeBand.SCHOOL, TimeBand.EARLY})
"""What happens there is decided elsewhere: an empty cell is no hole."""
TOO_OFTEN = 3
"""The same theme that many times a week for the same children is worth a look."""


@dataclass(frozen=True, slots=True)
class Audience:
    """``group`` is "" for everybody of these ages (both in)."""

    age_from: int
    age_to: int
    group: str = ""

    def shares_children_with(self, other: Audience) -> bool:
        """The same group; or, where one of them has no group, an age in common."""
        if self.group and other.group:
            return self.group.casefold() == other.group.casefold()
        return self.age_from <= other.age_to and other.age_from <= self.age_to

    def has(self, age: int, group: str) -> bool:
        """Whether a child of that age and group (folded, "" for none) is in it."""
        return self.age_from <= age <= self.age_to and self.group.casefold() in ("", group)


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that children do on one day of the week, from an hour to another."""

    key: int
    weekday: int
    starts_at: time
    ends_at: time
    title: str
    audience: Audience
    theme: str = ""

    def during(self, starts_at: time, ends_at: time) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at

    def is_in(self, hours: Hours) -> bool:
        return self.weekday == hours.weekday and self.during(hours.starts_at, hours.ends_at)

    def clashes_with(self, other: Planned) -> bool:
        return (
            self.weekday == other.weekday
            and self.during(other.starts_at, other.ends_at)
            and self.audience.shares_children_with(other.audience)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """``hours`` is the band of a hole; ``planned`` what overlaps, comes too often or stands outside."""

    kind: FindingKind
    planned: tuple[Planned, ...] = ()
    hours: Hours | None = None

    @property
    def weekday(self) -> int:
        return self.hours.weekday if self.hours else self.planned[0].weekday


def findings(hours: Sequence[Hours], planned: Sequence[Planned]) -> list[Finding]:
    """Everything worth a look: overlaps, holes, repetitions, what stands outside; each in the order of the week."""
    found = [*overlaps(planned), *holes(hours, planned), *repetitions(planned), *outside(hours, planned)]
    order = list(FindingKind)
    return sorted(found, key=lambda each: (order.index(each.kind), each.weekday, _start(each)))


def holes(hours: Iterable[Hours], planned: Collection[Planned]) -> list[Finding]:
    """Bands that are open, that we answer for, and where nothing is planned."""
    ours = [each for each in hours if each.band not in NOT_OURS]
    return [Finding(FindingKind.HOLE, hours=band) for band in ours if not any(each.is_in(band) for each in planned)]


def overlaps(planned: Iterable[Planned]) -> list[Finding]:
    """Two things for the same children at the same time."""
    pairs = combinations(sorted(planned, key=_when), 2)
    return [Finding(FindingKind.OVERLAP, pair) for pair in pairs if pair[0].clashes_with(pair[1])]


def repetitions(planned: Collection[Planned], *, often: int = TOO_OFTEN) -> list[Finding]:
    """A theme that comes back ``often`` times or more in the week of one child. Each set is told once, the widest."""
    told: dict[tuple[Planned, ...], None] = {}
    ordered = sorted((each for each in planned if each.theme), key=_when)
    for age, group in _children(ordered):
        by_theme: dict[str, list[Planned]] = {}
        for each in ordered:
            if each.audience.has(age, group):
                by_theme.setdefault(each.theme, []).append(each)
        told |= {tuple(found): None for found in by_theme.values() if len(found) >= often}
    whole = [set(found) for found in told]
    return [Finding(FindingKind.REPETITION, found) for found in told if not any(set(found) < other for other in whole)]


def _children(planned: Collection[Planned]) -> list[tuple[int, str]]:
    """One child of each age for each group of that age, and one who is in no group."""
    ages = sorted({age for each in planned for age in range(each.audience.age_from, each.audience.age_to + 1)})
    groups = sorted({each.audience.group.casefold() for each in planned} | {""})
    return [(age, group) for age in ages for group in groups]


def outside(hours: Sequence[Hours], planned: Iterable[Planned]) -> list[Finding]:
    """What is planned at an hour when nothing is open, even in part."""
    return [Finding(FindingKind.OUTSIDE, (each,)) for each in sorted(planned, key=_when) if not _covered(each, hours)]


def audiences(planned: Iterable[Planned]) -> list[Audience]:
    """Those that something is planned for, each once: the youngest first, groups after those without one."""
    found = {(each.audience.age_from, each.audience.age_to, each.audience.group.casefold()): each for each in planned}
    return [found[key].audience for key in sorted(found, key=lambda key: (bool(key[2]), key))]


def _covered(planned: Planned, hours: Iterable[Hours]) -> bool:
    """Whether bands that follow each other hold the whole of it."""
    reached = planned.starts_at
    for band in sorted(hours, key=lambda each: (each.weekday, each.starts_at)):
        if band.weekday == planned.weekday and band.starts_at <= reached < band.ends_at:
            reached = band.ends_at
    return reached >= planned.ends_at


def _when(planned: Planned) -> tuple[int, time, time, int]:
    return planned.weekday, planned.starts_at, planned.ends_at, planned.key


def _start(finding: Finding) -> time:
    return finding.hours.starts_at if finding.hours else finding.planned[0].starts_at
