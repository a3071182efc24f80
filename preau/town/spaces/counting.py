"""Visits counted by an agent in one look, and what they say once there are enough of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import AgeBand, Seen
from .models import OpenSpace, VisitCell, VisitCount

FEW = 5
"""Under so many looks, a mean says more about luck than about the ground."""
SHARED_FROM = 20
"""A share is shown from so many people seen (brief, b.0 bis)."""

type Figures = Mapping[tuple[AgeBand, Seen], int]


@transaction.atomic
def count_visit(space: OpenSpace, figures: Figures, *, key: UUID, day: date, hour: int, hand: Hand) -> VisitCount:
    """The same ``key`` again gives the count that was kept the first time."""
    visit, is_new = VisitCount.objects.get_or_create(
        key=key, defaults={"space": space, "day": day, "hour": hour, "by": hand.by, "at": hand.now}
    )
    if is_new:
        VisitCell.objects.bulk_create(
            VisitCell(visit=visit, age_band=band, seen=seen, people=people)
            for (band, seen), people in figures.items()
            if people
        )
        details = {"space": space.pk, "people": sum(figures.values())}
        record("space.visit_counted", visit, by=hand.by_id, now=hand.now, details=details)
    return visit


@transaction.atomic
def remove_visit(visit: VisitCount, *, hand: Hand) -> None:
    """A slip of the thumb, taken back."""
    details = {"space": visit.space_id, "day": visit.day.isoformat(), "hour": visit.hour}
    record("space.visit_removed", visit, by=hand.by_id, now=hand.now, details=details)
    visit.delete()


@dataclass(frozen=True, slots=True)
class Look:
    """One count, as the sums read it."""

    day: date
    hour: int
    girls: int
    boys: int

    @property
    def people(self) -> int:
        return self.girls + self.boys


@dataclass(frozen=True, slots=True)
class Moment:
    """What was seen on a weekday at an hour: ``mean`` people by look, over ``looks`` looks."""

    weekday: int
    hour: int
    looks: int
    people: int

    @property
    def mean(self) -> float:
        return self.people / self.looks

    @property
    def is_few(self) -> bool:
        return self.looks < FEW


@dataclass(frozen=True, slots=True)
class Attendance:
    """``girls_share`` in percent, None under ``SHARED_FROM`` people."""

    looks: int
    people: int
    girls: int
    by_moment: Mapping[tuple[int, int], Moment]

    @property
    def girls_share(self) -> int | None:
        return round(100 * self.girls / self.people) if self.people >= SHARED_FROM else None

    @property
    def is_few(self) -> bool:
        return self.looks < FEW

    @property
    def busiest(self) -> float:
        """The highest mean, to draw the others beside it."""
        return max((each.mean for each in self.by_moment.values()), default=0)

    @property
    def hours(self) -> list[int]:
        """From the first hour that was looked at to the last: an hour without a look is a hole, not a zero."""
        seen = [hour for _, hour in self.by_moment]
        return list(range(min(seen), max(seen) + 1)) if seen else []


def attendance(looks: Iterable[Look]) -> Attendance:
    found = list(looks)
    gathered: dict[tuple[int, int], list[Look]] = defaultdict(list)
    for look in found:
        gathered[look.day.weekday(), look.hour].append(look)
    moments = {
        (weekday, hour): Moment(weekday, hour, len(some), sum(look.people for look in some))
        for (weekday, hour), some in gathered.items()
    }
    return Attendance(len(found), sum(each.people for each in found), sum(each.girls for each in found), moments)


def as_look(visit: VisitCount) -> Look:
    """Reads the cells that were fetched with the visit."""
    sums = dict.fromkeys(Seen, 0)
    for cell in visit.cells.all():
        sums[Seen(cell.seen)] += cell.people
    return Look(visit.day, visit.hour, sums[Seen.GIRLS], sums[Seen.BOYS])
