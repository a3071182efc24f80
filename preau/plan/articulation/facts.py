"""What may be counted of a school and the care of the same children: what was shown, opened, and done together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import F
from django.utils import timezone

from preau.foundation.facts import Fact, code, day, whole

from .enums import Side
from .models import JointSheet, SitePair, SummarySeen


def _years(today: date) -> Collection[int]:
    return set(SitePair.objects.order_by().values_list("school_year", flat=True).distinct())


def _pairs(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    yield from (
        SitePair.objects.filter(school_year=year)
        .order_by("pk")
        .values_list("pk", "school_year", "site__slug", "school__slug", "care__slug")
    )


def _openings(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    """Only what the other side opened: one's own page says nothing."""
    seen = SummarySeen.objects.filter(summary__pair__school_year=year, summary__published_at__isnull=False)
    theirs = {Side.SCHOOL: F("summary__pair__care"), Side.CARE: F("summary__pair__school")}
    for side, other in theirs.items():
        rows = seen.filter(summary__side=side, organisation=other).order_by("pk")
        for pair, school_year, at in rows.values_list("summary__pair", "summary__pair__school_year", "at"):
            yield pair, school_year, side.value, timezone.localdate(at)


def _joint(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    yield from (
        JointSheet.objects.filter(pair__school_year=year)
        .order_by("pk")
        .values_list("pair", "pair__school_year", "sheet")
    )


_PAIR = whole("pair", "articulation.SitePair.id", sentence="key of the pair")
_YEAR = whole("school_year", "articulation.SitePair.school_year", sentence="first calendar year of its school year")

PAIRS = Fact(
    "site_pairs",
    "One row for each school and the care of the same children, by school year.",
    (
        _PAIR,
        _YEAR,
        code("site", "places.Site.slug", sentence="where they are"),
        code("school", "organisations.Organisation.slug", sentence="slug of the school"),
        code("care", "organisations.Organisation.slug", sentence="slug of the care"),
    ),
    rows=_pairs,
    years=_years,
)

OPENINGS = Fact(
    "summary_openings",
    "One row for each time that one side opened what the other published. Who opened it is not told.",
    (
        _PAIR,
        _YEAR,
        code("side", "articulation.ProjectSummary.side", sentence="whose summary it is: school or care"),
        day("opened_on", "articulation.SummarySeen.at", sentence="when the other side opened it"),
    ),
    rows=_openings,
    years=_years,
)

JOINT = Fact(
    "joint_actions",
    "One row for each action that the two sides of a pair carry together.",
    (_PAIR, _YEAR, whole("action", "articulation.JointSheet.sheet", sentence="key of the action sheet")),
    rows=_joint,
    years=_years,
)

FACTS = (PAIRS, OPENINGS, JOINT)
