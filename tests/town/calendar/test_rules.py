"""Any date and hour resolves to its band: boundaries, summer time, a week that changes in mid-year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.calendar.enums import TimeBand
from preau.town.calendar.moments import band_at, hours_on
from preau.town.calendar.rules import Hours, Week, overlap, week_on
from preau.town.calendar.schoolcalendar import Closing, SchoolCalendar

PARIS = ZoneInfo("Europe/Paris")


def day_of(weekday: int, *cuts: tuple[TimeBand, str, str]) -> tuple[Hours, ...]:
    return tuple(Hours(weekday, band, time.fromisoformat(start), time.fromisoformat(end)) for band, start, end in cuts)


SCHOOL_DAY = (
    (TimeBand.MORNING, "07:30", "08:20"),
    (TimeBand.SCHOOL, "08:20", "11:30"),
    (TimeBand.LUNCH, "11:30", "13:30"),
    (TimeBand.SCHOOL, "13:30", "16:30"),
    (TimeBand.EVENING, "16:30", "18:30"),
)
FOUR_DAYS = Week(
    date(2026, 9, 1),
    date(2027, 1, 31),
    tuple(each for weekday in (0, 1, 3, 4) for each in day_of(weekday, *SCHOOL_DAY))
    + day_of(2, (TimeBand.WEDNESDAY, "08:00", "18:00")),
    "4 jours",
)
FIVE_DAYS = Week(
    date(2027, 2, 1), None, tuple(each for weekday in range(5) for each in day_of(weekday, *SCHOOL_DAY)), "5 jours"
)
NO_HOLIDAYS = SchoolCalendar()
WEEKS = [FIVE_DAYS, FOUR_DAYS]


@pytest.mark.parametrize(
    ("moment", "band"),
    [
        ("2026-11-24T07:29", None),
        ("2026-11-24T07:30", TimeBand.MORNING),
        ("2026-11-24T08:20", TimeBand.SCHOOL),
        ("2026-11-24T11:29:59", TimeBand.SCHOOL),
        ("2026-11-24T11:30", TimeBand.LUNCH),
        ("2026-11-24T13:30", TimeBand.SCHOOL),
        ("2026-11-24T18:29", TimeBand.EVENING),
        ("2026-11-24T18:30", None),
        ("2026-11-25T08:20", TimeBand.WEDNESDAY),
        ("2026-11-28T10:00", None),
        ("2027-01-27T10:00", TimeBand.WEDNESDAY),
        ("2027-02-03T10:00", TimeBand.SCHOOL),
        ("2026-08-31T10:00", None),
    ],
)
def test_a_band_has_its_first_minute_and_not_its_last_and_wednesday_is_what_the_week_says(moment, band):
    assert band_at(WEEKS, datetime.fromisoformat(moment), NO_HOLIDAYS) == band


@given(st.datetimes(datetime(2026, 9, 1), datetime(2027, 8, 31)))
def test_each_instant_is_in_one_band_at_most_and_it_is_the_one_a_clerk_would_find(when):
    week = FOUR_DAYS if when.date() <= date(2027, 1, 31) else FIVE_DAYS
    found = [
        each.band
        for each in week.hours
        if each.weekday == when.weekday() and each.starts_at <= when.time() < each.ends_at
    ]
    assert len(found) <= 1
    assert band_at(WEEKS, when, NO_HOLIDAYS) == (found[0] if found else None)


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)), st.times())
def test_summer_time_moves_no_band(day, moment):
    """8 h 30 on the town's clocks is the same band in January and in June, whatever zone the instant came in."""
    local = datetime.combine(day, moment)
    if local.replace(tzinfo=PARIS).astimezone(UTC).astimezone(PARIS).replace(tzinfo=None) != local:
        return  # the hour that the clocks jump over in March does not exist
    instant = local.replace(tzinfo=PARIS).astimezone(UTC)
    assert band_at(WEEKS, instant, NO_HOLIDAYS) == band_at(WEEKS, local, NO_HOLIDAYS)


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)))
def test_a_closed_day_has_no_band_and_changes_no_other(day):
    after = day + timedelta(days=1)
    assert hours_on(WEEKS, day, SchoolCalendar(closures=(Closing("travaux", day, day),))) == []
    assert hours_on(WEEKS, day, SchoolCalendar(closures=(Closing("travaux", after, after),))) == hours_on(
        WEEKS, day, NO_HOLIDAYS
    )


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_one_week_holds_on_a_day_or_none(day):
    assert sum(week.holds_on(day) for week in WEEKS) == (day >= date(2026, 9, 1))
    assert (week_on(WEEKS, day) is not None) == (day >= date(2026, 9, 1))


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
SPANS = st.builds(
    lambda start, length: Week(start, None if length is None else start + timedelta(days=length)),
    DAYS,
    st.none() | st.integers(0, 40),
)


@given(SPANS, SPANS)
def test_two_weeks_meet_when_a_day_belongs_to_both(one, other):
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(120)]
    assert one.meets(other) == other.meets(one) == any(one.holds_on(day) and other.holds_on(day) for day in days)


@st.composite
def some_hours(draw):
    start = draw(st.integers(0, 22 * 4))
    end = draw(st.integers(start + 1, min(start + 16, 23 * 4 + 3)))
    return Hours(draw(st.integers(0, 6)), draw(st.sampled_from(TimeBand)), _quarter(start), _quarter(end))


def _quarter(number: int) -> time:
    return time(number // 4, number % 4 * 15)


@given(st.lists(some_hours(), max_size=8))
def test_an_overlap_is_found_when_two_bands_claim_a_minute_and_only_then(hours):
    claimed = [
        (each.weekday, quarter)
        for each in hours
        for quarter in range(96)
        if each.starts_at <= _quarter(quarter) < each.ends_at
    ]
    pair = overlap(hours)
    assert (pair is not None) == (len(claimed) != len(set(claimed)))
    if pair:
        assert pair[0].meets(pair[1])
