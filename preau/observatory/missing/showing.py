"""What is shown changes once a month for the year that runs, and once for a year that is over.

Two nights apart, a child who came for the first time would be the only change. So a page is of the last day of a month,
protected after it, and what the earlier ones told is looked at (``releases``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.observatory.disclosure import Publication, Safe, protect
from preau.observatory.releases.models import Release
from preau.observatory.releases.releasing import last_of, release, thresholds_on
from preau.people.organisations.models import Commune

from .counting import TABLES, Facts, known_children

YEARS = 4
"""The one that runs and the three before."""
SERIES = "missing/"


def series_of(year: int) -> str:
    return f"{SERIES}{year}"


def year_of(series: str) -> int:
    return int(series.removeprefix(SERIES))


def due_on(today: date) -> Iterator[tuple[int, date]]:
    """The school years, and the day up to which each is told; the oldest first."""
    running = school_year_of(today)
    for year in range(running - YEARS + 1, running):
        yield year, last_day(year)
    month_ended = today.replace(day=1) - timedelta(1)
    if month_ended >= first_day(running):
        yield running, month_ended


def show_who_is_seen(commune: Commune, facts: Facts, *, now: datetime) -> list[Release]:
    """What is due and was not shown. Asked again before the end of the month, nothing moves."""
    today = timezone.localdate(now)
    due = {series_of(year): (year, until) for year, until in due_on(today)}
    known = last_of(commune, list(due))
    found = []
    for series, (year, until) in due.items():
        if series not in known or known[series].day < until:
            shown = _show(commune, series, year, until, facts, now)
            found += [shown] if shown else []
    return found


def _show(commune: Commune, series: str, year: int, until: date, facts: Facts, now: datetime) -> Release | None:
    """None where the town knew nobody that year."""
    cube = known_children(facts, year=year, first=first_day(year), until=until)
    if cube is None:
        return None
    rule = thresholds_on(commune, until)

    def protected(earlier: Sequence[Safe]) -> Safe:
        return protect(Publication(series=series, day=until, cube=cube, tables=TABLES), rule, earlier=earlier)

    return release(commune, series, protected, now=now)
