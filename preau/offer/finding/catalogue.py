"""The index that this process holds, kept fresh: one query per request says whether anything moved."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from threading import Lock
from typing import Any

from django.db import connection
from django.db.models import Count, IntegerField, Max, Model, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from preau.offer.activities.models import Activity, CatalogueCounter
from preau.offer.prices.models import PriceRule
from preau.people.organisations.models import Commune
from preau.town.areas.enums import AreaKind
from preau.town.areas.models import Area
from preau.town.areas.queries import paces_of
from preau.town.places.models import Site

from .index import Index
from .loading import load_entries, load_places, load_tariffs


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made of. ``around`` tells sites, prices and quarters that moved: the index is made again.

    ``hour`` is the one for which entries are ordered.
    """

    revision: int
    around: tuple[int, int, int]
    hour: datetime

    def is_beside(self, other: Stamp) -> bool:
        """Whether only entries can have changed."""
        return (self.around, self.hour.date()) == (other.around, other.hour.date())


@dataclass(frozen=True, slots=True)
class _Held:
    stamp: Stamp
    index: Index


_held: dict[int, _Held] = {}
_building = Lock()


def index_of(commune: Commune, *, now: datetime) -> Index:
    """The catalogue as it is ``now``, on the town's clocks. One query when nothing moved.

    One thread makes the next index; meanwhile the others answer from the one before, and wait only for the first.
    """
    stamp, held = _stamp(commune, now), _held.get(commune.pk)
    if held is not None and held.stamp == stamp:
        return held.index
    if not _building.acquire(blocking=held is None):
        assert held is not None  # noqa: S101  only the first index is waited for
        return held.index
    try:
        held = _held.get(commune.pk)  # somebody may have made it while we waited
        if held is None or held.stamp != stamp:
            held = _held[commune.pk] = _Held(stamp, _made(commune, stamp, held))
            gc.freeze()  # hundreds of thousands of objects that stay: the collector need not walk them at each page
        return held.index
    finally:
        _building.release()


def forget() -> None:
    """The next request starts from the database: for tests, and for a database that was put back as it was."""
    _held.clear()


def _made(commune: Commune, stamp: Stamp, held: _Held | None) -> Index:
    followed = _followed(commune, stamp, held) if held is not None and held.stamp.is_beside(stamp) else None
    return (followed or _whole(commune, stamp.hour.date())).ranked(stamp.hour)


def _followed(commune: Commune, stamp: Stamp, held: _Held) -> Index | None:
    """What came after the revision that is known; None when an entry was erased without a word."""
    if stamp.revision == held.stamp.revision:
        return held.index
    today, old = stamp.hour.date(), held.index
    activities = Activity.objects.filter(commune=commune)
    moved = activities.filter(revision__gt=held.stamp.revision)
    gone = set(moved.order_by().values_list("pk", flat=True))
    entries = load_entries(moved, old.places, old.tariffs, today=today)
    fresh = old.changed(entries, gone=gone - {each.pk for each in entries}, places=old.places, tariffs=old.tariffs)
    return fresh if fresh.count == activities.shown().filter(ends_on__gte=today).count() else None


def _whole(commune: Commune, today: date) -> Index:
    places = load_places(commune)
    tariffs = load_tariffs(commune, today=today)
    entries = load_entries(Activity.objects.filter(commune=commune), places, tariffs, today=today)
    return Index().changed(entries, places=places, tariffs=tariffs, paces=paces_of(commune))


def _stamp(commune: Commune, now: datetime) -> Stamp:
    hour = now.replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(*_question(commune.pk))
        row = cursor.fetchone()
    return Stamp(row[0], (row[1], row[2], row[3]), hour) if row else Stamp(0, (0, 0, 0), hour)


@cache
def _question(commune: int) -> tuple[str, tuple[Any, ...]]:
    """Written once for each town: it is asked at every page, and its writing is dearer than its answer."""
    asked = CatalogueCounter.objects.filter(commune=commune).annotate(
        sites=_mark(Site.objects.all(), Sum("version")),
        prices=_mark(PriceRule.objects.all(), Sum("version")),
        areas=_mark(Area.objects.filter(kind=AreaKind.QUARTER, gone_on__isnull=True), Max("pk")),
    )
    return asked.values_list("value", "sites", "prices", "areas").query.sql_with_params()


def _mark(rows: QuerySet[Model], changes: Sum | Max) -> Coalesce:
    """A number that moves when a row of the town comes, goes, or is corrected."""
    mark = rows.filter(commune=OuterRef("commune")).order_by().values("commune")
    mark = mark.annotate(mark=changes * 1000 + Count("pk")).values("mark")
    return Coalesce(Subquery(mark, output_field=IntegerField()), Value(0))
