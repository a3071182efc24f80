"""On which days a slot runs: its rhythm, the holidays of the town, its exceptions, the two changes of clocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.recurrence import occurrences
from preau.town.calendar.enums import TimeBand
from preau.town.calendar.schoolcalendar import Closing, Holiday, days_between
from tests.cast.calendar import BANK_HOLIDAYS, ZONE_C

PARIS = ZoneInfo("Europe/Paris")
YEAR = date(2026, 9, 7), date(2027, 6, 30)
WEDNESDAY, SUNDAY = 2, 6


@dataclass(frozen=True)
class Rule:
    rhythm: str = Rhythm.WEEKLY
    season: str = Season.TERM
    weekday: int | None = WEDNESDAY
    starts_at: time = time(14)
    ends_at: time = time(15)
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Told:
    day: date
    is_cancelled: bool = False
    new_day: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    reason: str = ""


def days(slot, *, calendar=ZONE_C, between=YEAR, **more):
    return [each.day for each in occurrences(slot, between, calendar, **more)]


def test_judo_runs_on_wednesdays_of_class_and_rests_on_bank_holidays():
    found = days(Rule())
    assert found[0] == date(2026, 9, 9) and found[-1] == date(2027, 6, 30)
    assert date(2026, 10, 21) not in found  # holidays
    assert date(2026, 11, 11) not in found  # a bank holiday
    assert all(day.weekday() == WEDNESDAY for day in found)
    assert len(found) == 34


def test_seasons_share_the_year_between_them():
    term, holidays, always = (set(days(Rule(season=season))) for season in Season)
    assert term | holidays == always and not term & holidays
    assert date(2026, 10, 21) in holidays


def test_holidays_never_shift_one_week_out_of_two():
    found = days(Rule(Rhythm.FORTNIGHTLY))
    assert found[:3] == [date(2026, 9, 9), date(2026, 9, 23), date(2026, 10, 7)]
    assert all((day - date(2026, 9, 9)).days % 14 == 0 for day in found)
    without = days(Rule(Rhythm.FORTNIGHTLY), calendar=replace(ZONE_C, holidays=()))
    assert set(found) < set(without)


def test_a_holiday_camp_runs_on_each_working_day_of_the_holidays():
    between = date(2026, 10, 17), date(2026, 11, 1)
    camp = Rule(Rhythm.HOLIDAYS, Season.HOLIDAYS, None)
    assert days(camp, between=between) == [
        each for each in days_between(date(2026, 10, 19), date(2026, 10, 30)) if each.weekday() < 5
    ]
    assert days(replace(camp, weekday=0), between=between) == [date(2026, 10, 19), date(2026, 10, 26)]
    assert date(2026, 12, 25) not in days(camp)


def test_a_day_that_somebody_chose_runs_whatever_the_calendar_says_within_the_dates():
    assert days(Rule(Rhythm.ONCE, weekday=None, first_on=date(2026, 11, 11))) == [date(2026, 11, 11)]
    assert days(Rule(Rhythm.ONCE, weekday=None, first_on=date(2027, 7, 14))) == []


def test_a_slot_narrows_the_dates_of_its_activity_and_never_widens_them():
    assert days(Rule(first_on=date(2027, 6, 1), last_on=date(2027, 6, 10))) == [date(2027, 6, 2), date(2027, 6, 9)]
    assert days(Rule(first_on=date(2026, 1, 1), last_on=date(2028, 1, 1))) == days(Rule())


def test_a_session_is_called_off_moved_or_added_and_says_why():
    exceptions = [
        Told(date(2026, 9, 16), is_cancelled=True, reason="forum des associations"),
        Told(date(2026, 9, 23), new_day=date(2026, 9, 26), starts_at=time(10)),
        Told(date(2026, 10, 21), reason="stage de rattrapage"),
        Told(date(2026, 9, 30), is_cancelled=True, new_day=date(2026, 10, 1)),
    ]
    found = {each.day: each for each in occurrences(Rule(), YEAR, ZONE_C, exceptions=exceptions)}
    off, moved, added = found[date(2026, 9, 16)], found[date(2026, 9, 23)], found[date(2026, 10, 21)]
    assert off.is_cancelled and off.reason == "forum des associations"
    assert moved.starts_at.astimezone(PARIS) == datetime(2026, 9, 26, 10, tzinfo=PARIS)
    assert moved.ends_at - moved.starts_at == timedelta(hours=1)
    assert not added.is_cancelled and added.starts_at.astimezone(PARIS).hour == 14
    lost = found[date(2026, 9, 30)]  # moved, then called off: it is called off where families expected it
    assert lost.is_cancelled and lost.starts_at.astimezone(PARIS).date() == date(2026, 10, 1)
    assert len(found) == 35


def test_calling_off_a_day_on_which_nothing_runs_makes_no_session():
    assert date(2026, 10, 21) not in days(Rule(), exceptions=[Told(date(2026, 10, 21), is_cancelled=True)])


def test_a_closure_calls_off_what_happens_there_and_keeps_the_promise_visible():
    works = replace(ZONE_C, closures=(Closing("travaux du bassin", date(2026, 12, 1), date(2026, 12, 10), 1),))
    here = {each.day: each for each in occurrences(Rule(), YEAR, works, site=1)}
    assert here[date(2026, 12, 2)].is_cancelled and here[date(2026, 12, 2)].reason == "travaux du bassin"
    assert not here[date(2026, 12, 16)].is_cancelled
    assert not any(each.is_cancelled for each in occurrences(Rule(), YEAR, works, site=2))
    assert not any(each.is_cancelled for each in occurrences(Rule(), YEAR, works))


def test_a_closure_of_one_band_spares_the_sessions_of_the_others():
    lunch = frozenset({TimeBand.LUNCH})
    strike = replace(ZONE_C, closures=(Closing("grève", date(2026, 12, 2), date(2026, 12, 2), None, lunch),))
    for band, is_off in ((TimeBand.LUNCH, True), (TimeBand.WEDNESDAY, False)):
        found = occurrences(Rule(), YEAR, strike, site=1, band_of=lambda day, moment, band=band: band)
        assert next(each for each in found if each.day == date(2026, 12, 2)).is_cancelled is is_off


HOURS = st.tuples(st.times(), st.times()).map(sorted).filter(lambda pair: pair[0] < pair[1])
RULES = st.builds(
    lambda rhythm, season, weekday, hours, first, length: Rule(
        rhythm, season, weekday, hours[0], hours[1], first, None if length is None else first + timedelta(days=length)
    ),
    st.sampled_from(Rhythm),
    st.sampled_from(Season),
    st.integers(0, 6),
    HOURS,
    st.dates(date(2026, 8, 1), date(2027, 7, 31)),
    st.none() | st.integers(0, 300),
)


@given(RULES)
def test_every_session_ends_after_it_begins_and_says_the_hours_of_the_clock_on_the_wall(slot):
    for each in occurrences(slot, YEAR, ZONE_C):
        assert each.ends_at > each.starts_at
        local = each.starts_at.astimezone(PARIS)
        exists = datetime.combine(each.day, slot.starts_at, PARIS).astimezone(UTC).astimezone(PARIS)
        assert local == exists
        if exists.time() == slot.starts_at:
            assert (local.date(), local.time()) == (each.day, slot.starts_at)


@given(RULES)
def test_a_session_is_a_day_that_the_rules_allow_and_every_such_day_is_one(slot):
    """Day by day over the year, as somebody with a wall calendar would do."""
    found = days(slot)
    first, last = max(slot.first_on, YEAR[0]), min(slot.last_on or YEAR[1], YEAR[1])
    anchor = next(day for day in days_between(first, first + timedelta(days=6)) if day.weekday() == slot.weekday)

    def runs(day):
        if slot.rhythm == Rhythm.ONCE:
            return day == slot.first_on
        if not first <= day <= last or day in BANK_HOLIDAYS or day.weekday() != slot.weekday:
            return False
        free = ZONE_C.is_holiday(day)
        if slot.rhythm == Rhythm.HOLIDAYS:
            return free
        if slot.rhythm == Rhythm.FORTNIGHTLY and (day - anchor).days % 14:
            return False
        return slot.season == Season.ALWAYS or free == (slot.season == Season.HOLIDAYS)

    assert found == [day for day in days_between(*YEAR) if runs(day)]


@given(RULES, st.dates(*YEAR), st.integers(0, 20))
def test_more_holidays_take_sessions_of_class_weeks_away_and_shift_none(slot, first, length):
    more = Holiday("semaine blanche", first, first + timedelta(days=length), "C")
    wider = replace(ZONE_C, holidays=(*ZONE_C.holidays, more))
    if slot.rhythm in (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY) and slot.season == Season.TERM:
        kept = [day for day in days(slot) if not more.first_day <= day <= more.last_day]
        assert days(slot, calendar=wider) == kept


@pytest.mark.parametrize("night", [date(2026, 10, 25), date(2027, 3, 28)])
def test_a_night_walk_survives_the_change_of_clocks(night):
    walk = Rule(Rhythm.ONCE, Season.ALWAYS, None, time(1, 30), time(2, 15), night)
    [found] = occurrences(walk, YEAR, ZONE_C)
    assert found.ends_at > found.starts_at
    late = replace(walk, starts_at=time(2, 30), ends_at=time(3, 10))
    [found] = occurrences(late, YEAR, ZONE_C)
    assert found.ends_at > found.starts_at
