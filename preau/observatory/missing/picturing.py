"""Pictures are made once a month for the year that runs, and once for a year that is over: never at each snapshot.

Two nights apart, a child who came for the first time would be the only change. So the page is of the last day of a
month, made after it, and what the earlier ones told is looked at (``disclosure``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.observatory.disclosure import Publication, Thresholds, protect, written
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune

from .counting import TABLES, Facts, known_children, told_elsewhere
from .models import Picture

YEARS = 4
"""The one that runs and the three before."""


def due_on(today: date) -> Iterator[tuple[int, date]]:
    """The school years, and the day up to which each is told; the oldest first."""
    running = school_year_of(today)
    for year in range(running - YEARS + 1, running):
        yield year, last_day(year)
    month_ended = today.replace(day=1) - timedelta(1)
    if month_ended >= first_day(running):
        yield running, month_ended


def take_pictures(commune: Commune, *, facts: Facts, thresholds: Thresholds, hand: Hand) -> list[Picture]:
    """Those that are due and were not made. Asked twice, or by two at once, each is made once."""
    made = []
    for year, until in due_on(timezone.localdate(hand.now)):
        if not Picture.objects.filter(commune=commune, school_year=year, until=until).exists():
            picture = _take(commune, year, until, facts, thresholds, hand)
            made += [picture] if picture else []
    return made


@transaction.atomic
def _take(commune: Commune, year: int, until: date, facts: Facts, thresholds: Thresholds, hand: Hand) -> Picture | None:
    """None where the town knew nobody that year."""
    cube = known_children(facts, year=year, first=first_day(year), until=until)
    if cube is None:
        return None
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)
    earlier = [each.safe for each in Picture.objects.filter(commune=commune, school_year=year)]
    safe = protect(
        Publication(series=f"missing:{year}", day=until, cube=cube, tables=TABLES), thresholds, earlier=earlier
    )
    picture, is_new = Picture.objects.get_or_create(
        commune=commune,
        school_year=year,
        until=until,
        defaults={
            "told": written(safe),
            "around": told_elsewhere(facts, year=year),
            "facts": facts.version,
            "made_at": hand.now,
        },
    )
    if is_new:
        details = {"year": year, "until": until.isoformat()}
        record("missing.pictured", picture, by=hand.by_id, now=hand.now, details=details)
    return picture
