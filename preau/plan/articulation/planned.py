"""The week of a site as it stands: what opens each day, what is planned, what has no day yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.moments import SiteDay, site_day
from preau.town.calendar.queries import calendar_of, weeks_of
from preau.town.calendar.rules import Hours
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.places.models import Site

from .models import WeekEntry
from .week import Audience, Finding, audiences, findings

_GOING_ON = (SheetState.SCHEDULED, SheetState.RUNNING)


@dataclass(frozen=True, slots=True)
class SiteWeek:
    """``undated``: actions of the site that run that week and that nobody gave a day yet."""

    on: list[SiteDay]
    entries: list[WeekEntry]
    undated: list[ActionSheet]
    findings: list[Finding]
    audiences: list[Audience]

    @property
    def days(self) -> list[tuple[date, list[Hours]]]:
        return [(each.day, list(each.hours)) for each in self.on]

    @property
    def has_hours(self) -> bool:
        return any(each.hours for each in self.on)

    @property
    def holidays(self) -> list[SiteDay]:
        return [each for each in self.on if each.holiday]

    @property
    def shut(self) -> list[SiteDay]:
        """Days on which a closure or a bank holiday takes something away that the week would open."""
        return [each for each in self.on if each.shut]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def site_week(
    site: Site, monday: date, *, audience: Audience | None = None, calendar: SchoolCalendar | None = None
) -> SiteWeek:
    """The seven days from a Monday, for everybody or for one audience. A fixed number of queries.

    An entry counts when one of its days falls in the week, and neither holidays nor a closure take it away.
    """
    weeks, calendar = weeks_of(site), calendar or calendar_of(site.commune)
    on = [site_day(weeks, monday + timedelta(days=number), calendar, site.pk) for number in range(7)]
    kept = [entry for entry in entries_of(site, monday) if _falls_in(entry, monday) and _runs(entry, on[entry.weekday])]
    everybody = audiences(entry.planned for entry in kept)
    if audience is not None:
        kept = [entry for entry in kept if entry.planned.audience.shares_children_with(audience)]
    opening = [each for day in on for each in day.hours]
    return SiteWeek(
        on, kept, undated_sheets(site, monday), findings(opening, [each.planned for each in kept]), everybody
    )


def _runs(entry: WeekEntry, day: SiteDay) -> bool:
    """In the holidays, what belongs to a band of the holiday week; nothing of a band that is shut that day."""
    if day.holiday:
        return any(each.band == entry.band for each in day.hours)
    is_shut = any(each.band == entry.band for each in day.shut) or (day.reason and not day.hours)
    return entry.band != TimeBand.HOLIDAY and not is_shut


def entries_of(site: Site, monday: date) -> QuerySet[WeekEntry]:
    sunday = monday + timedelta(days=6)
    return site.week_entries.filter(starts_on__lte=sunday, ends_on__gte=monday).select_related("lead", "sheet")


def undated_sheets(site: Site, monday: date) -> list[ActionSheet]:
    dated = WeekEntry.objects.filter(site=site, sheet__isnull=False).values("sheet")
    running = ActionSheet.objects.filter(
        sites=site, state__in=_GOING_ON, starts_on__lte=monday + timedelta(days=6), ends_on__gte=monday
    )
    return list(running.exclude(pk__in=dated).select_related("owner", "co_owner", "plan").order_by("starts_on", "pk"))


def _day(entry: WeekEntry, monday: date) -> date:
    return monday + timedelta(days=entry.weekday)


def _falls_in(entry: WeekEntry, monday: date) -> bool:
    return entry.starts_on <= _day(entry, monday) <= entry.ends_on
