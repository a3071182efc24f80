"""What may be counted of families: children by age, sex, level, quarter and band of quotient, never who they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import date
from itertools import batched
from typing import Any

from django.db.models import Min

from preau.foundation.facts import CHUNK, Fact, Kind, band, choice, flag, pseudonym, whole
from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.people.households.models import Child, FamilyQuotient, Residence
from preau.people.households.rights import age_on

QUOTIENT_EDGES = (400, 600, 800, 1200, 1800)
QUOTIENT_BANDS = ("under_400", "400_599", "600_799", "800_1199", "1200_1799", "from_1800")
"""Wide enough for many homes to share each."""


def quotient_band(value: int) -> str:
    return QUOTIENT_BANDS[bisect_right(QUOTIENT_EDGES, value)]


def _years(today: date) -> Collection[int]:
    """From the first child known, or the first home, to the year that runs."""
    here = Child.objects.filter(erased_on__isnull=True)
    created = here.aggregate(at=Min("created_at"))["at"]
    if created is None:
        return ()
    lived = Residence.objects.filter(child__in=here).aggregate(on=Min("from_on"))["on"]
    first = min(school_year_of(created.date()), school_year_of(lived or created.date()))
    return range(first, school_year_of(today) + 1)


def _children(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    """A child is in a year when its file was there before the end of it, or when it already lived in a known home."""
    known = Child.objects.filter(erased_on__isnull=True, born_on__lte=last_day(year))
    rows = known.order_by("pk").values_list("pk", "born_on", "sex", "level", "created_at")
    runs = year == school_year_of(today)
    for some in batched(rows.iterator(chunk_size=CHUNK), CHUNK):
        homes = _homes([pk for pk, *_ in some], year)
        quotients = _quotients({home for home, *_ in homes.values()}, year)
        for pk, born_on, sex, level, created_at in some:
            home = homes.get(pk)
            if home is None and school_year_of(created_at.date()) > year:
                continue
            household, quarter, resident = home or (None, "", False)
            yield (
                pk,
                household,
                year,
                age_on(born_on, date(year, 12, 31)),
                sex,
                quarter,
                level if runs else "",
                quotients.get(household, "") if household else "",
                resident,
            )


def _homes(children: list[int], year: int) -> dict[int, tuple[int, str, bool]]:
    """The home of each during that year: the main one first, then where it came last."""
    lived = Residence.objects.filter(child__in=children, from_on__lte=last_day(year)).exclude(
        until_on__lt=first_day(year)
    )
    rows = lived.order_by("is_main", "from_on", "pk").values_list(
        "child", "household", "household__quarter", "household__is_resident"
    )
    return {child: (household, quarter, resident) for child, household, quarter, resident in rows}


def _quotients(homes: Collection[int], year: int) -> dict[int, str]:
    """The last one known of those that held during the year."""
    held = FamilyQuotient.objects.filter(
        household__in=homes, valid_from__lte=last_day(year), valid_until__gte=first_day(year)
    )
    rows = held.order_by("month", "recorded_at", "pk").values_list("household", "value")
    return {home: quotient_band(value) for home, value in rows}


CHILDREN = Fact(
    "children",
    "One row for each child and each school year in which the town knew the child.",
    (
        pseudonym("child", "households.Child.id", of="child", sentence="stands for the child"),
        pseudonym("household", "households.Residence.household", of="household", sentence="stands for its main home"),
        whole("school_year", sentence="first calendar year of the school year"),
        band("age", "households.Child.born_on", kind=Kind.WHOLE, sentence="whole years on 31 December of that year"),
        choice("sex", "households.Child.sex", sentence="girl, boy, or empty"),
        band("area", "households.Household.quarter", sentence="slug of the quarter of its main home, or empty"),
        choice("level", "households.Child.level", sentence="school level in the year that runs; empty before"),
        band("qf_band", "households.FamilyQuotient.value", sentence="band of the family quotient; empty: unknown"),
        flag("resident", "households.Household.is_resident", sentence="its main home is in the town"),
    ),
    rows=_children,
    years=_years,
)

FACTS = (CHILDREN,)
