"""What the pages of schools and of those who receive them need, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from preau.offer.activities.enums import EntryState, Pillar
from preau.people.organisations.models import Organisation

from .models import ClassGroup, ClassOffer, ClassWish, GroupRecord
from .rules import Standing, coverage
from .standing import ancestors, standings
from .states import QUEUED, SEATED


def offers() -> QuerySet[ClassOffer]:
    """With how many places are held and how many classes still wait for an answer."""
    return (
        ClassOffer.objects.select_related("activity__organisation", "activity__site")
        .annotate(
            seated=Count("wishes", filter=Q(wishes__state__in=SEATED)),
            queued=Count("wishes", filter=Q(wishes__state__in=QUEUED)),
        )
        .order_by("activity__title", "pk")
    )


def shown_offers(year: int) -> QuerySet[ClassOffer]:
    return offers().filter(activity__state__in=(EntryState.PUBLISHED, EntryState.STALE), activity__school_year=year)


def wishes() -> QuerySet[ClassWish]:
    return ClassWish.objects.select_related(
        "offer__activity__organisation", "offer__activity__site", "group__organisation", "asked_by"
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A request where it stands: ``number`` from 1; the first ``free`` of them would be accepted today."""

    number: int
    wish: ClassWish
    standing: Standing
    would_have_a_place: bool


def places(offer: ClassOffer) -> list[Place]:
    queued = list(wishes().filter(offer=offer, state__in=QUEUED))
    by_pk = {each.pk: each for each in queued}
    free = max(0, offer.seats - offer.wishes.seated().count())
    return [
        Place(number, by_pk[each.wish], each, number <= free)
        for number, each in enumerate(standings(offer, queued), start=1)
    ]


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class and what it lived over the last school years, by pillar (hours)."""

    group: ClassGroup
    hours: Decimal
    by_pillar: dict[str, Decimal]
    obtained: int

    @property
    def pillars(self) -> list[tuple[str, Decimal]]:
        return [(str(each.label), self.by_pillar[each]) for each in Pillar]


def coverage_of(school: Organisation | None, year: int) -> list[ClassLine]:
    """The classes that lived the least first; every school of the town when none is given."""
    groups = list(
        ClassGroup.objects.filter(school_year=year, **({"organisation": school} if school else {}))
        .select_related("organisation")
        .annotate(obtained=Count("wishes", filter=Q(wishes__state__in=SEATED)))
    )
    lines = ancestors(groups)
    lived: dict[int, list[tuple[list[str], Decimal]]] = {}
    every = {pk for line in lines.values() for pk in line}
    for group, pillars, hours in GroupRecord.objects.filter(group__in=every).values_list("group", "pillars", "hours"):
        lived.setdefault(group, []).append((pillars, hours))
    found = []
    for each in groups:
        records = [record for pk in lines[each.pk] for record in lived.get(pk, ())]
        total = sum((hours for _pillars, hours in records), Decimal(0))
        obtained: int = each.obtained  # type: ignore[attr-defined]
        found.append(ClassLine(each, total, coverage(records, list(Pillar)), obtained))
    return sorted(found, key=lambda line: (line.hours, line.group.organisation.name, line.group.name))
