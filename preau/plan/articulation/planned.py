"""The week of a site as it stands: what opens each day, what is planned, what has no day yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.town.calendar.queries import weeks_of
from preau.town.calendar.rules import Closed, Hours, hours_on, never_closed
from preau.town.places.models import Site

from .models import WeekEntry
from .week import Audience, Finding, audiences, findings

_GOING_ON = (SheetState.SCHEDULED, SheetState.RUNNING)


@dataclass(frozen=True, slots=True)
class SiteWeek:
    """``undated``: actions of the site that run that week and that nobody gave a day yet."""

    days: list[tuple[date, list[Hours]]]
    entries: list[WeekEntry]
    undated: list[ActionSheet]
    findings: list[Finding]
    audiences: list[Audience]

    @property
    def has_hours(self) -> bool:
        return any(hours for _, hours in self.days)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def site_week(site: Site, monday: date, *, audience: Audience | None = None, closed: Closed = never_closed) -> SiteWeek:
    """The seven days from a Monday, for everybody or for one audience. A fixed number of queries.

    An entry counts when one of its days falls in the week.
    """
    weeks = weeks_of(site)
    days = [(day, hours_on(weeks, day, closed)) for day in (monday + timedelta(days=n) for n in range(7))]
    kept = [entry for entry in entries_of(site, monday) if _falls_in(entry, monday) and not closed(_day(entry, monday))]
    everybody = audiences(entry.planned for entry in kept)
    if audience is not None:
        kept = [entry for entry in kept if entry.planned.audience.shares_children_with(audience)]
    opening = [each for _, hours in days for each in hours]
    return SiteWeek(
        days, kept, undated_sheets(site, monday), findings(opening, [each.planned for each in kept]), everybody
    )


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
