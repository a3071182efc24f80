"""The seats of one unit, counted under its lock: by number, and by what the law lets its adults look after."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import ExtractYear

from preau.foundation.prepared import prepared
from preau.offer.activities.models import Slot
from preau.offer.activities.ratios import adults_for, has_plan, is_care
from preau.offer.staffing.queries import ratios
from preau.offer.staffing.rules import Ratio
from preau.people.households.rights import age_on

from .enums import SEATED, EnrolmentState
from .models import BookingUnit, Enrolment
from .reasons import ReasonCode


def hold_unit(pk: int) -> BookingUnit:
    """The row alone, locked until the end of the transaction. Homes and children are locked before it, never after."""
    return BookingUnit.objects.select_for_update(no_key=True).get(pk=pk)


class Seats:
    """``unit`` comes with its activity and its slot; ``held`` is its row as locked.

    Seats taken and numbers given are counted here, and written once by ``write``.
    """

    def __init__(self, unit: BookingUnit, held: BookingUnit, on: date) -> None:
        self.unit, self.held = unit, held
        self.taken = self.queued = 0
        self._law = Law.of(unit, on)
        self._ages = self._law.ages(unit) if self._law else {}
        self.has_queue = bool(held.queued) and held.room > 0 and _waits(held)

    def why_not(self, born_on: date) -> ReasonCode | None:
        """What keeps this child from the next seat."""
        if self.taken >= self.held.room:
            return ReasonCode.FULL
        if self._law and not self._law.allows(self._ages, age_on(born_on, self.unit.starts_on)):
            return ReasonCode.STAFFING
        return None

    def sit(self, born_on: date) -> None:
        self.taken += 1
        if self._law:
            age = age_on(born_on, self.unit.starts_on)
            self._ages[age] = self._ages.get(age, 0) + 1

    def number(self) -> int:
        """The next number of the queue."""
        self.queued += 1
        return self.held.queued + self.queued

    def write(self) -> None:
        """One conditional update: whatever was counted here, the row itself never passes its capacity."""
        if not self.taken and not self.queued:
            return
        rows = BookingUnit.objects.filter(pk=self.held.pk, taken__lte=F("capacity") - self.taken)
        if not rows.update(taken=F("taken") + self.taken, queued=F("queued") + self.queued):
            raise NoSeatLeft(self.held.pk)


class NoSeatLeft(RuntimeError):
    """The row says that there is no room, against what was counted under its lock."""


class Law:
    """The staffing ratio of a care of the town, where the entry says how many adults there are."""

    def __init__(self, unit: BookingUnit, slot: Slot, staff: int, on: date, known: list[Ratio], plan: bool) -> None:
        self.unit, self.slot, self.staff, self.on, self.known, self.plan = unit, slot, staff, on, known, plan

    @classmethod
    def of(cls, unit: BookingUnit, on: date) -> Law | None:
        """Two queries, none where the law has nothing to say."""
        slot = unit.slot or (unit.session.slot if unit.session else None)
        staff = unit.activity.staff
        if slot is None or staff is None or not is_care(unit.activity):
            return None
        day = max(on, unit.starts_on)
        return cls(unit, slot, staff, day, ratios(), has_plan(unit.activity.commune_id, day))

    def ages(self, unit: BookingUnit) -> dict[int, int]:
        """Seats by age on the first day, counted by the database: a group may be as large as a school."""
        first = unit.starts_on
        found: dict[int, int] = {}
        for year, is_later, seats in _born(unit=unit, month=first.month, day=first.day):
            age = first.year - year - is_later
            found[age] = found.get(age, 0) + seats
        return found

    def allows(self, ages: dict[int, int], age: int) -> bool:
        with_one_more = {**ages, age: ages.get(age, 0) + 1}
        need = adults_for(self.slot, with_one_more, self.on, self.known, has_plan=self.plan)
        return need <= self.staff


@prepared
def _born(*, unit: BookingUnit, month: int, day: int) -> QuerySet[Enrolment, tuple[int, int, int]]:
    """(year of birth, 1 for a birthday later in the year than that day, how many seats)."""
    later = Q(child__born_on__month__gt=month) | Q(child__born_on__month=month, child__born_on__day__gt=day)
    seated = Enrolment.objects.filter(unit=unit, state__in=SEATED).order_by()
    by_age = seated.values_list(
        ExtractYear("child__born_on"), Case(When(later, then=1), default=0, output_field=IntegerField())
    )
    return by_age.annotate(Count("pk"))


def _waits(unit: BookingUnit) -> bool:
    return Enrolment.objects.filter(unit=unit, state=EnrolmentState.WAITING).exists()
