"""Any instant of the year at a site: school weeks, holiday weeks, closures, and the two nights when clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.calendar.enums import DayKind, TimeBand, WeekSeason
from preau.town.calendar.moments import band_at, moment_at, site_day
from preau.town.calendar.rules import Hours, Week, hours_of
from preau.town.calendar.schoolcalendar import Closing
from tests.cast.calendar import BANK_HOLIDAYS, HOLIDAYS, ZONE_C
from tests.cast.sites import LINES

PARIS = ZoneInfo("Europe/Paris")
SITE = 7
SCHOOL = Week(date(2026, 9, 1), None, hours_of(LINES), "4 jours")
HOLIDAY = Week(
    date(2026, 9, 1),
    None,
    tuple(Hours(day, TimeBand.HOLIDAY, time(8), time(18)) for day in range(5)),
    "Vacances",
    WeekSeason.HOLIDAYS,
)
WEEKS = [HOLIDAY, SCHOOL]
CALENDAR = replace(
    ZONE_C,
    closures=(
        Closing("pont de l’Ascension", date(2027, 5, 7), date(2027, 5, 7)),
        Closing("grève à la cantine", date(2026, 12, 1), date(2026, 12, 1), SITE, frozenset({TimeBand.LUNCH})),
    ),
)


@pytest.mark.parametrize(
    ("moment", "band", "reason"),
    [
        ("2026-11-24T16:45", TimeBand.EVENING, ""),
        ("2026-11-25T10:00", TimeBand.WEDNESDAY, ""),
        ("2026-10-20T10:00", TimeBand.HOLIDAY, ""),
        ("2026-10-21T10:00", TimeBand.HOLIDAY, ""),
        ("2026-10-17T10:00", None, ""),
        ("2026-11-11T10:00", None, "Armistice de 1918"),
        ("2027-05-07T10:00", None, "pont de l’Ascension"),
        ("2026-12-01T12:00", None, "grève à la cantine"),
        ("2026-12-01T14:00", TimeBand.SCHOOL, "grève à la cantine"),
        ("2026-12-01T17:00", TimeBand.EVENING, "grève à la cantine"),
        ("2026-11-24T20:00", None, ""),
    ],
)
def test_a_date_and_an_hour_are_a_band_or_a_reason(moment, band, reason):
    found = moment_at(WEEKS, datetime.fromisoformat(moment), CALENDAR, SITE)
    assert (found.band, found.on.reason) == (band, reason)


def test_only_what_a_closure_takes_away_is_said_to_be_shut():
    lunch = moment_at(WEEKS, datetime(2026, 12, 1, 12, 0), CALENDAR, SITE)
    night = moment_at(WEEKS, datetime(2026, 12, 1, 22, 0), CALENDAR, SITE)
    evening = moment_at(WEEKS, datetime(2026, 12, 1, 17, 0), CALENDAR, SITE)
    assert (lunch.is_shut, night.is_shut, evening.is_shut) == (True, False, False)
    assert lunch.hours.band == TimeBand.LUNCH
    assert moment_at(WEEKS, datetime(2026, 12, 1, 12, 0), CALENDAR, 8).band == TimeBand.LUNCH  # another site


def test_without_a_holiday_week_the_holidays_open_nothing_and_say_which_week_is_missing():
    day = site_day([SCHOOL], date(2026, 10, 20), CALENDAR)
    assert (day.hours, day.week, day.kind, day.holiday) == ((), None, DayKind.HOLIDAYS, "Vacances de la Toussaint")


@given(st.datetimes(datetime(2026, 9, 1), datetime(2027, 8, 31)))
def test_any_instant_of_the_year_is_in_the_band_that_a_clerk_would_find(when):
    """A clerk: the list of bank holidays first, then the closures, then the holidays, then the poster on the door."""
    day, moment = when.date(), when.time()
    band = None
    if day not in BANK_HOLIDAYS and day != date(2027, 5, 7):
        free = any(first <= day <= last for _, first, last in HOLIDAYS)
        poster = HOLIDAY if free else SCHOOL
        open_now = [h for h in poster.hours if h.weekday == when.weekday() and h.starts_at <= moment < h.ends_at]
        band = open_now[0].band if open_now else None
        if day == date(2026, 12, 1) and band == TimeBand.LUNCH:
            band = None
    assert band_at(WEEKS, when, CALENDAR, SITE) == band


@given(st.datetimes(datetime(2026, 9, 1), datetime(2027, 8, 31)))
def test_an_instant_told_on_any_clock_is_the_same_moment_of_the_town(when):
    instant = when.replace(tzinfo=UTC)
    local = instant.astimezone(PARIS).replace(tzinfo=None)
    for clock in (UTC, PARIS, ZoneInfo("Indian/Reunion"), ZoneInfo("America/Cayenne")):
        assert band_at(WEEKS, instant.astimezone(clock), CALENDAR, SITE) == band_at(WEEKS, local, CALENDAR, SITE)


@pytest.mark.parametrize("night", [date(2026, 10, 25), date(2027, 3, 28)])
def test_the_nights_when_clocks_change_lose_no_minute_and_count_none_twice(night):
    """Around the clock, minute by minute of the real time, in a place that never closes but at 3 o'clock."""
    around = Week(
        night,
        night,
        (
            Hours(night.weekday(), TimeBand.YOUTH, time(0), time(3)),
            Hours(night.weekday(), TimeBand.CLUB, time(3), time(23, 59)),
        ),
        season=WeekSeason.HOLIDAYS if ZONE_C.is_holiday(night) else WeekSeason.SCHOOL,
    )
    midnight = datetime.combine(night, time(0), PARIS).astimezone(UTC)
    bands = [band_at([around], midnight + timedelta(minutes=number), ZONE_C) for number in range(24 * 60)]
    longer = {date(2026, 10, 25): 4 * 60, date(2027, 3, 28): 2 * 60}[night]
    assert bands[:longer] == [TimeBand.YOUTH] * longer
    assert bands[longer] == TimeBand.CLUB
