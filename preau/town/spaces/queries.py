"""Spaces with what one wants to know of them now, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.people.organisations.models import Commune
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.schoolcalendar import SchoolCalendar
from preau.town.places.hours import timetable_of
from preau.town.places.models import Site
from preau.town.places.opening import Days, Standing, standing_at

from .counting import Attendance, as_look, attendance
from .enums import ReportKind
from .models import OpenSpace, ReportTerm, SpaceClosing, SpaceReport
from .rules import Closed, Said, State, Terms, Works, state_at


def days_at(calendar: SchoolCalendar, site: Site) -> Days:
    """The calendar of the town as a door reads it. A closure of schools and care is no closure of every door."""
    places = {site.pk, site.part_of_id} - {None}

    def closure(day: date) -> str:
        found = (each for each in calendar.closures_on(day) if each.site in places and each.concerns(None))
        return next((each.reason for each in found), "")

    return Days(calendar.is_holiday, lambda day: calendar.bank_holiday(day) or "", closure)


def door_of(site: Site, now: datetime, calendar: SchoolCalendar) -> Standing:
    """Whether the place is open. Reads the hours that were fetched with the site."""
    return standing_at(timetable_of(site), now, zone=calendar.zone, days=days_at(calendar, site))


def terms_on(commune: Commune, day: date) -> Terms:
    """The parameters in force that day; those of the house as long as the town decided nothing."""
    decided = ReportTerm.objects.filter(commune=commune, valid_from__lte=day).first()
    if decided is None:
        return Terms()
    return Terms(
        timedelta(minutes=decided.open_minutes),
        timedelta(minutes=decided.busy_minutes),
        timedelta(minutes=decided.broken_minutes),
    )


def spaces(now: datetime, terms: Terms) -> QuerySet[OpenSpace]:
    """With their site, its hours, and the reports and closings that may count now."""
    alive = SpaceReport.objects.counted().filter(at__gte=now - terms.longest)
    closings = SpaceClosing.objects.filter(lifted_at__isnull=True, ends_at__gt=now)
    return OpenSpace.objects.select_related("site__commune").prefetch_related(
        "site__openings",
        "site__opening_changes",
        Prefetch("reports", alive, to_attr="alive"),
        Prefetch("closings", closings, to_attr="closed"),
    )


def state_of(space: OpenSpace, now: datetime, *, calendar: SchoolCalendar, terms: Terms) -> State:
    """Of a space fetched by ``spaces``: no query of its own."""
    fetched: Any = space
    return state_at(
        now,
        today=timezone.localdate(now),
        door=door_of(space.site, now, calendar),
        reports=[Said(ReportKind(each.kind), each.at, each.shown_words) for each in fetched.alive],
        closings=[Closed(each.starts_at, each.ends_at, closing_words(each)) for each in fetched.closed],
        works=Works(space.works_from, space.works_to, space.works_words) if space.works_from else None,
        terms=terms,
    )


def closing_words(closing: SpaceClosing) -> str:
    return closing.words or closing.get_reason_display()


def reports_to_answer() -> QuerySet[SpaceReport]:
    """Words to read and damage to look at, the oldest first."""
    waiting = Q(words_state="waiting") | Q(kind=ReportKind.BROKEN)
    return SpaceReport.objects.counted().filter(waiting).select_related("space__site").order_by("at", "pk")


def attendance_of(space: OpenSpace, year: int) -> Attendance:
    """Of a school year."""
    looks = space.visits.filter(day__range=(first_day(year), last_day(year))).prefetch_related("cells")
    return attendance(as_look(visit) for visit in looks)


def states_of(found: Iterable[OpenSpace], now: datetime, commune: Commune) -> dict[int, State]:
    """By site id, for spaces fetched by ``spaces`` with the terms of the day."""
    calendar, terms = calendar_of(commune), terms_on(commune, timezone.localdate(now))
    return {each.site_id: state_of(each, now, calendar=calendar, terms=terms) for each in found}


def years_counted(space: OpenSpace) -> Sequence[int]:
    """School years with at least one count, the last first."""
    days = space.visits.order_by("-day").values_list("day", flat=True).distinct()
    return sorted({school_year_of(day) for day in days}, reverse=True)


def shown_sites(commune: Commune, now: datetime, terms: Terms) -> QuerySet[Site]:
    """What families see of the places of the town, with all that a card says. A fixed number of queries."""
    alive = SpaceReport.objects.counted().filter(at__gte=now - terms.longest)
    closings = SpaceClosing.objects.filter(lifted_at__isnull=True, ends_at__gt=now)
    return (
        Site.objects.shown(timezone.localdate(now))
        .filter(commune=commune)
        .select_related("open_space", "part_of", "commune")
        .prefetch_related(
            "openings",
            "opening_changes",
            "answers",
            "records",
            "photos",
            Prefetch("open_space__reports", alive, to_attr="alive"),
            Prefetch("open_space__closings", closings, to_attr="closed"),
        )
        .order_by("name", "pk")
    )
