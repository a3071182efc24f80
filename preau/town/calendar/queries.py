from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from preau.town.calendar import rules
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.models import BandHours, WeekPattern
from preau.town.calendar.rules import Closed, Hours, Week
from preau.town.places.models import Site


def weeks_of(site: Site) -> list[Week]:
    """Every week that was decided for a site, the last one first. Two queries."""
    return [as_week(pattern) for pattern in site.week_patterns.prefetch_related("hours")]


def as_week(pattern: WeekPattern) -> Week:
    hours = tuple(as_hours(each) for each in pattern.hours.all())
    return Week(pattern.valid_from, pattern.valid_to, hours, pattern.name)


def as_hours(row: BandHours) -> Hours:
    return Hours(row.weekday, TimeBand(row.band), row.starts_at, row.ends_at)


def band_at(site: Site, when: datetime, closed: Closed = rules.never_closed) -> TimeBand | None:
    """In which band a child of the site is at that instant."""
    return rules.band_at(weeks_of(site), when, zone=timezone.get_default_timezone(), closed=closed)
