"""What screens read of places: ranks are counted here, and never kept."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from preau.foundation.prepared import first, prepared
from preau.offer.activities.models import Activity

from .enums import LIVE, EnrolmentState
from .known import WITH_UNIT, around
from .models import BookingUnit, Enrolment

_AHEAD = (
    Enrolment.objects.filter(
        unit=OuterRef("unit"), state=EnrolmentState.WAITING, queue_number__lte=OuterRef("queue_number")
    )
    .order_by()
    .values("unit")
    .annotate(count=Count("pk"))
    .values("count")
)


def with_rank(rows: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """``rank`` is 1 for the first who waits; it says nothing for who does not wait."""
    return rows.annotate(rank=Subquery(_AHEAD))


def places(rows: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    """Ready to be shown: the unit with its activity, the child, the rank."""
    return with_rank(rows.select_related("child", "household", *(f"unit__{each}" for each in WITH_UNIT)))


def of_children(children: Iterable[int]) -> QuerySet[Enrolment]:
    """What asks for an answer first, then the places, then the ranks, then what is past."""
    return places(Enrolment.objects.filter(child__in=children))


def one_place(key: UUID) -> Enrolment | None:
    """The same, for one place: the entry of its unit may be some seconds old."""
    place = first(_places(key=key))
    if place is not None:
        around(place.unit)
    return place


@prepared
def _places(*, key: UUID) -> QuerySet[Enrolment, Enrolment]:
    return with_rank(Enrolment.objects.select_related("child", "household", "unit").filter(key=key)).order_by()


def waiting_in(unit: BookingUnit) -> int:
    return Enrolment.objects.filter(unit=unit, state=EnrolmentState.WAITING).count()


def counted(rows: QuerySet[BookingUnit]) -> QuerySet[BookingUnit]:
    """``waiting``: children who wait; ``offered``: places kept for an answer."""
    return rows.annotate(
        waiting=Count("enrolments", filter=Q(enrolments__state=EnrolmentState.WAITING)),
        offered=Count("enrolments", filter=Q(enrolments__state=EnrolmentState.OFFERED)),
    )


def units_of(activity: Activity) -> QuerySet[BookingUnit]:
    return counted(BookingUnit.objects.filter(activity=activity).select_related(*WITH_UNIT))


def live_in(unit: BookingUnit) -> QuerySet[Enrolment]:
    """Who has a seat, by name; then who waits, in order."""
    rows = with_rank(Enrolment.objects.filter(unit=unit, state__in=LIVE).select_related("child", "household"))
    return rows.order_by(F("queue_number").asc(nulls_first=True), "child__last_name", "child__first_name")


def full_elsewhere(unit: BookingUnit) -> QuerySet[BookingUnit]:
    """Other groups of the same activity that have room."""
    others = BookingUnit.objects.filter(activity=unit.activity_id, mode=unit.mode, taken__lt=F("capacity"))
    return others.exclude(pk=unit.pk).select_related(*WITH_UNIT)
