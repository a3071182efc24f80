"""What people decide about the week of a site. The site's row is held meanwhile: two weeks never share a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.town.calendar.errors import BandsOverlap, DatesTaken, WeekChanged
from preau.town.calendar.models import BandHours, WeekPattern
from preau.town.calendar.queries import as_week
from preau.town.calendar.rules import Week, overlap
from preau.town.places.models import Site


@transaction.atomic
def open_week(
    site: Site, week: Week, *, decided_by: str, by: User | None, now: datetime, ends_previous: bool = False
) -> WeekPattern:
    """A new week for the site. ``ends_previous``: the week that holds on its first day ends the day before.

    Raises BandsOverlap, DatesTaken.
    """
    _hold(site)
    if ends_previous:
        _end_before(site, week, by, now)
    pattern = WeekPattern(site=site)
    _write(pattern, week, decided_by)
    record("calendar.week_opened", pattern, by=by.pk if by else None, now=now, details=_details(pattern))
    return pattern


@transaction.atomic
def change_week(
    pattern: WeekPattern, week: Week, *, decided_by: str, seen_version: int, by: User | None, now: datetime
) -> WeekPattern:
    """Raises BandsOverlap, DatesTaken, WeekChanged when it is no longer at ``seen_version``."""
    _hold(pattern.site)
    held = WeekPattern.objects.select_related("site").get(pk=pattern.pk)
    if held.version != seen_version:
        raise WeekChanged(held)
    held.version += 1
    _write(held, week, decided_by)
    record("calendar.week_changed", held, by=by.pk if by else None, now=now, details=_details(held))
    return held


@transaction.atomic
def remove_week(pattern: WeekPattern, *, by: User | None, now: datetime) -> None:
    """What it said stays in the journal."""
    _hold(pattern.site)
    record("calendar.week_removed", pattern, by=by.pk if by else None, now=now, details=_details(pattern))
    pattern.delete()


def _hold(site: Site) -> None:
    Site.objects.select_for_update(no_key=True).get(pk=site.pk)


def _end_before(site: Site, week: Week, by: User | None, now: datetime) -> None:
    """Only a week that began earlier can end; a later one stays in the way, and is told."""
    for other in site.week_patterns.filter(season=week.season, valid_from__lt=week.valid_from):
        if as_week(other).holds_on(week.valid_from):
            other.valid_to = week.valid_from - timedelta(days=1)
            other.version += 1
            other.save(update_fields=["valid_to", "version"])
            record("calendar.week_ended", other, by=by.pk if by else None, now=now, details=_details(other))


def _write(pattern: WeekPattern, week: Week, decided_by: str) -> None:
    if (pair := overlap(week.hours)) is not None:
        raise BandsOverlap(*pair)
    for other in pattern.site.week_patterns.exclude(pk=pattern.pk):
        if week.meets(replace(as_week(other), hours=())):
            raise DatesTaken(other)
    pattern.name, pattern.season, pattern.decided_by = week.name, week.season, decided_by
    pattern.valid_from, pattern.valid_to = week.valid_from, week.valid_to
    pattern.save()
    pattern.hours.all().delete()
    BandHours.objects.bulk_create(
        BandHours(pattern=pattern, weekday=each.weekday, band=each.band, starts_at=each.starts_at, ends_at=each.ends_at)
        for each in week.hours
    )


def _details(pattern: WeekPattern) -> dict[str, str | int]:
    return {
        "site": pattern.site.slug,
        "season": pattern.season,
        "from": pattern.valid_from.isoformat(),
        "to": pattern.valid_to.isoformat() if pattern.valid_to else "",
        "bands": pattern.hours.count(),
    }
