"""What may be counted of the day: who came, by pseudonym. With whom a child left, and what was said of it, never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Max, Sum

from preau.foundation.facts import CHUNK, Derived, Fact, Kind, band, choice, code, count, day, digest, pseudonym, whole
from preau.offer.activities.facts import area_of_sites, stamp_of_sessions, years
from preau.offer.activities.models import Activity, Session
from preau.town.places.models import Site

from .enums import CAME
from .models import Attendance


def _presences(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    """What a session is, is read once for all who came: rows by the million are three numbers each."""
    sessions = _sessions(year)
    for child, session, state in _of(year).values_list("child", "session", "state").iterator(chunk_size=CHUNK):
        if session in sessions:  # one made meanwhile is for the next snapshot
            *told, minutes = sessions[session]
            yield (child, session, *told, state, minutes if state in CAME else 0)


def _sessions(year: int) -> dict[int, tuple[Any, ...]]:
    """Session → activity, day, year, month, moment, domain, site, quarter, minutes."""
    areas, sites = area_of_sites(), dict(Site.objects.values_list("pk", "slug"))
    rows = (
        Session.objects.filter(activity__school_year=year)
        .order_by()
        .values_list("pk", "activity", "day", "band", "activity__domain", "activity__site", "starts_at", "ends_at")
    )
    return {
        pk: (
            activity,
            on,
            year,
            on.month,
            moment,
            domain,
            sites.get(site, ""),
            areas.get(site, ""),
            int((ends - starts).total_seconds() // 60),
        )
        for pk, activity, on, moment, domain, site, starts, ends in rows.iterator(chunk_size=CHUNK)
    }


def _of(year: int) -> Any:
    """An erased child is counted for the CAF elsewhere; no fact tells of it any more."""
    return Attendance.objects.filter(session__activity__school_year=year, child__erased_on__isnull=True).order_by()


def _stamp(year: int) -> str:
    """How many in each state, which, and when the last was told: a late correction changes one of them."""
    states = _of(year).order_by("state").values_list("state")
    told = list(states.annotate(n=Count("pk"), keys=Sum("pk"), children=Sum("child"), at=Max("recorded_at")))
    entries = Activity.objects.filter(school_year=year).order_by("pk").values_list("pk", "domain", "site__slug")
    return digest([told, stamp_of_sessions(year), sorted(area_of_sites().items()), list(entries)])


def _roll_calls(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    sessions = _of(year).values_list("session", "session__activity", "session__day", "session__ends_at")
    for session, activity, on, ends, last in sessions.annotate(last=Max("recorded_at")).order_by("session"):
        yield session, activity, year, on, int((last - ends).total_seconds() // 60)


_CHILD = pseudonym("child", "attendance.Attendance.child", of="child", sentence="stands for the child")
_ACTIVITY = whole("activity", "activities.Session.activity", sentence="key of the entry")
_YEAR = whole("school_year", "activities.Activity.school_year", sentence="that of the entry")
_WHERE = (
    code("time_band", "activities.Session.band", sentence="moment of the week"),
    code("domain", "activities.Activity.domain", sentence="one of the fourteen domains"),
    code("site", "places.Site.slug", sentence="where it took place, or empty"),
    code("area", "places.Site.lon", "places.Site.lat", sentence="quarter of the site, or empty"),
)
_HOURS = ("activities.Session.starts_at", "activities.Session.ends_at")
_STATE, _SESSION_DAY = "attendance.Attendance.state", "activities.Session.day"

PRESENCES = Fact(
    "presences",
    "One row for each child at each session where the roll was called. A child took part when it came.",
    (
        _CHILD,
        whole("session", "attendance.Attendance.session", sentence="key of the session"),
        _ACTIVITY,
        day("day", _SESSION_DAY, sentence="the day on the town's clocks"),
        _YEAR,
        whole("month", _SESSION_DAY, sentence="1 to 12"),
        *_WHERE,
        choice("state", _STATE, sentence="present or left: came; absent, excused, expected"),
        whole(
            "minutes",
            *_HOURS,
            sentence="how long the session lasted for who came, 0 for others; real hours are never told",
        ),
    ),
    rows=_presences,
    years=years,
    stamp=_stamp,
)

ROLL_CALLS = Fact(
    "roll_calls",
    "One row for each session where the roll was called. Who called it is not told.",
    (
        whole("session", "attendance.Attendance.session", sentence="key of the session"),
        whole("activity", "activities.Session.activity", sentence="key of the entry"),
        whole("school_year", "activities.Activity.school_year", sentence="that of the entry"),
        day("day", "activities.Session.day", sentence="the day on the town's clocks"),
        band(
            "minutes_after",
            "attendance.Attendance.recorded_at",
            "activities.Session.ends_at",
            kind=Kind.WHOLE,
            sentence="from the end of the session to the last of its marks; under 0: before the end",
        ),
    ),
    rows=_roll_calls,
    years=years,
    stamp=_stamp,
)

PARTICIPATIONS = Derived(
    "participations",
    "One row for each child, entry and moment of the week where the child came once at least: presences summed up,"
    " twenty times fewer rows. Ask this one for all that needs neither a month nor a day.",
    (
        _CHILD,
        _ACTIVITY,
        _YEAR,
        *_WHERE,
        count("times", _STATE, sentence="sessions to which the child came"),
        count("missed", _STATE, sentence="sessions to which it did not, told or not"),
        whole("minutes", *_HOURS, sentence="how long the sessions it came to lasted"),
        band("first_on", _STATE, _SESSION_DAY, kind=Kind.DAY, sentence="first session to which it came"),
        band("last_on", _STATE, _SESSION_DAY, kind=Kind.DAY, sentence="last one"),
    ),
    source="presences",
    select="""
        SELECT child, activity, school_year, time_band, domain, site, area,
            count(*) FILTER (WHERE state IN ('present', 'left')) AS times,
            count(*) FILTER (WHERE state IN ('absent', 'excused')) AS missed,
            CAST(sum(minutes) AS BIGINT) AS minutes,
            min(day) FILTER (WHERE state IN ('present', 'left')) AS first_on,
            max(day) FILTER (WHERE state IN ('present', 'left')) AS last_on
        FROM presences GROUP BY ALL HAVING times > 0""",
)

FACTS = (PRESENCES, ROLL_CALLS)
DERIVED = (PARTICIPATIONS,)
