from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from preau.people.organisations.models import Commune
from preau.town.calendar import moments
from preau.town.calendar.enums import ClosureKind, TimeBand, WeekSeason
from preau.town.calendar.models import (
    BandHours,
    BankHoliday,
    Closure,
    HolidayPeriod,
    LocalPeriod,
    WeekPattern,
    ZoneTerm,
)
from preau.town.calendar.moments import Moment
from preau.town.calendar.rules import Hours, Week
from preau.town.calendar.schoolcalendar import Closing, Holiday, Local, SchoolCalendar, Zone
from preau.town.places.models import Site


def calendar_of(commune: Commune) -> SchoolCalendar:
    """The calendar of the town, all years. Six queries, whatever it holds."""
    return SchoolCalendar(
        zones=tuple(
            Zone(each.valid_from, each.valid_to, each.zone) for each in ZoneTerm.objects.filter(commune=commune)
        ),
        holidays=tuple(
            Holiday(each.name, each.first_day, each.last_day, each.zone)
            for each in HolidayPeriod.objects.present().filter(commune=commune)
        ),
        bank_holidays={each.day: each.name for each in BankHoliday.objects.present().filter(commune=commune)},
        closures=tuple(as_closing(each) for each in _closures(commune)),
        locals=tuple(
            Local(each.name, each.first_day, each.last_day, each.has_class)
            for each in LocalPeriod.objects.filter(commune=commune)
        ),
        rooms={each.pk: each.part_of_id for each in _rooms(commune) if each.part_of_id},
        zone=timezone.get_default_timezone(),
    )


def _closures(commune: Commune) -> QuerySet[Closure]:
    return Closure.objects.filter(commune=commune).select_related("site")


def _rooms(commune: Commune) -> QuerySet[Site]:
    return Site.objects.filter(commune=commune, part_of__isnull=False).only("pk", "part_of_id")


def as_closing(row: Closure) -> Closing:
    bands = frozenset(TimeBand(each) for each in row.bands)
    place = row.site.name if row.site else ""
    return Closing(
        row.reason, row.first_day, row.last_day, row.site_id, bands, ClosureKind(row.kind), row.pk, place, row.version
    )


def weeks_of(site: Site) -> list[Week]:
    """Every week that was decided for a site, both seasons, the last one first. Two queries."""
    return [as_week(pattern) for pattern in site.week_patterns.prefetch_related("hours")]


def weeks_by_site(commune: Commune) -> dict[int, list[Week]]:
    """The weeks of all the sites of a town. Two queries."""
    found: dict[int, list[Week]] = {}
    for pattern in WeekPattern.objects.filter(site__commune=commune).prefetch_related("hours"):
        found.setdefault(pattern.site_id, []).append(as_week(pattern))
    return found


def as_week(pattern: WeekPattern) -> Week:
    hours = tuple(as_hours(each) for each in pattern.hours.all())
    return Week(pattern.valid_from, pattern.valid_to, hours, pattern.name, WeekSeason(pattern.season))


def as_hours(row: BandHours) -> Hours:
    return Hours(row.weekday, TimeBand(row.band), row.starts_at, row.ends_at)


def moment_at(site: Site, when: datetime, calendar: SchoolCalendar | None = None) -> Moment:
    """What a date and an hour are at a site, and why nothing opens when nothing does."""
    return moments.moment_at(weeks_of(site), when, calendar or calendar_of(site.commune), site.pk)


def band_at(site: Site, when: datetime, calendar: SchoolCalendar | None = None) -> TimeBand | None:
    """In which band a child of the site is at that instant, any day of the year."""
    return moment_at(site, when, calendar).band
