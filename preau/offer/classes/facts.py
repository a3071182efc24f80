"""What may be counted of classes: how many pupils, what they asked for, what they lived. No pupil is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Min, OuterRef, Subquery
from django.utils import timezone

from preau.foundation.facts import CHUNK, Fact, code, day, decimal, flag, whole

from .enums import WishState
from .models import ClassGroup, ClassWish, ClassWishStep, GroupRecord


def _years(today: date) -> Collection[int]:
    return set(ClassGroup.objects.order_by().values_list("school_year", flat=True).distinct())


def _classes(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in ClassGroup.objects.filter(school_year=year).select_related("organisation").order_by("pk"):
        told = (each.pk, each.school_year, each.organisation.slug, each.organisation.kind)
        yield (*told, each.levels[0] if len(each.levels) == 1 else "", len(each.levels), each.size)


def _requests(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    agreed = ClassWishStep.objects.filter(wish=OuterRef("pk"), to_state=WishState.ACCEPTED).order_by()
    first = Subquery(agreed.values("wish").annotate(at=Min("at")).values("at"))
    rows = (
        ClassWish.objects.filter(group__school_year=year).select_related("offer").annotate(agreed=first).order_by("pk")
    )
    for each in rows.iterator(chunk_size=CHUNK):
        asked = timezone.localdate(each.asked_at)
        agreed_on = timezone.localdate(each.agreed) if each.agreed else None
        yield each.group_id, each.offer.activity_id, year, each.state, each.rank, asked, each.planned_on, agreed_on


def _lived(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in GroupRecord.objects.filter(group__school_year=year).order_by("pk").iterator(chunk_size=CHUNK):
        met = ("meet" in each.pillars, "practise" in each.pillars, "know" in each.pillars)
        yield (each.group_id, year, each.domain, *met, float(each.hours), each.happened_on, each.provenance)


def _levels(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    for pk, levels in ClassGroup.objects.filter(school_year=year).order_by("pk").values_list("pk", "levels"):
        for level in sorted(set(levels)):
            yield pk, year, level


_CLASS = whole("class_group", "classes.ClassGroup.id", sentence="key of the class or group")
_YEAR = whole("school_year", "classes.ClassGroup.school_year", sentence="first calendar year of its school year")

CLASSES = Fact(
    "classes",
    "One row for each class or group of a school and of a year. A class is small: never shown alone.",
    (
        _CLASS,
        _YEAR,
        code("school", "organisations.Organisation.slug", sentence="its school"),
        code("school_kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
        code("level", "classes.ClassGroup.levels", sentence="its level; empty when it has several"),
        whole("levels", "classes.ClassGroup.levels", sentence="how many levels"),
        whole("pupils", "classes.ClassGroup.size", sentence="how many pupils"),
    ),
    rows=_classes,
    years=_years,
)

REQUESTS = Fact(
    "class_requests",
    "One row for each offer that a class asked for.",
    (
        _CLASS,
        whole("activity", "classes.ClassOffer.activity", sentence="key of the entry"),
        _YEAR,
        code("state", "classes.ClassWish.state", sentence="a value of WishState"),
        whole("rank", "classes.ClassWish.rank", sentence="1 is what the class wants most"),
        day("asked_on", "classes.ClassWish.asked_at", sentence="when it was asked for"),
        day("planned_on", "classes.ClassWish.planned_on", sentence="the day agreed on"),
        day("accepted_on", "classes.ClassWishStep.at", sentence="when it was first accepted, or nothing"),
    ),
    rows=_requests,
    years=_years,
)

LIVED = Fact(
    "class_records",
    "One row for each thing that a class lived.",
    (
        _CLASS,
        _YEAR,
        code("domain", "classes.GroupRecord.domain", sentence="one of the fourteen domains"),
        *(
            flag(name, "classes.GroupRecord.pillars", sentence="that pillar of the arts path")
            for name in ("meet", "practise", "know")
        ),
        decimal("hours", "classes.GroupRecord.hours", sentence="how long the class spent"),
        day("happened_on", "classes.GroupRecord.happened_on", sentence="the day"),
        code("provenance", "classes.GroupRecord.provenance", sentence="who says so"),
    ),
    rows=_lived,
    years=_years,
)

LEVELS = Fact(
    "class_levels",
    "One row for each school level of a class: one of two levels is in both.",
    (_CLASS, _YEAR, code("level", "classes.ClassGroup.levels", sentence="a value of SchoolLevel")),
    rows=_levels,
    years=_years,
)

FACTS = (CLASSES, REQUESTS, LIVED, LEVELS)
