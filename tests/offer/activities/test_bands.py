"""In which moment of a child's week a session falls."""

from __future__ import annotations

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from preau.offer.activities.bands import TownBands
from preau.town.calendar.enums import TimeBand, WeekSeason
from preau.town.calendar.rules import Hours, Week, hours_of
from tests.cast.calendar import ZONE_C
from tests.cast.sites import LINES

SCHOOL_SITE, FIVE_DAYS_SITE, GYM = 1, 2, 9
FOUR = Week(date(2026, 9, 1), None, hours_of(LINES), "4 jours")
FIVE = Week(date(2026, 9, 1), None, tuple(Hours(day, TimeBand.SCHOOL, time(8, 30), time(16, 30)) for day in range(5)))
CAMP = Week(date(2026, 9, 1), None, (Hours(1, TimeBand.HOLIDAY, time(8), time(18)),), "", WeekSeason.HOLIDAYS)
TUESDAY, WEDNESDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 28)
FREE_TUESDAY = date(2026, 10, 20)
TOWN = TownBands({SCHOOL_SITE: [FOUR, CAMP], 3: [FOUR], FIVE_DAYS_SITE: [FIVE]}, ZONE_C)


def test_the_week_of_its_own_place_says_it():
    assert TOWN.band(SCHOOL_SITE, TUESDAY, time(17)) == TimeBand.EVENING
    assert TOWN.band(SCHOOL_SITE, WEDNESDAY, time(14)) == TimeBand.WEDNESDAY
    assert TOWN.band(FIVE_DAYS_SITE, WEDNESDAY, time(14)) == TimeBand.SCHOOL
    assert TOWN.band(SCHOOL_SITE, FREE_TUESDAY, time(10)) == TimeBand.HOLIDAY


def test_elsewhere_it_is_what_most_places_of_the_town_live_at_that_hour():
    assert TOWN.band(GYM, WEDNESDAY, time(14)) == TimeBand.WEDNESDAY
    assert TOWN.band(None, TUESDAY, time(12)) == TimeBand.LUNCH
    assert TOWN.band(FIVE_DAYS_SITE, TUESDAY, time(17)) == TimeBand.EVENING


def test_a_town_with_class_on_wednesday_says_so_without_a_line_of_code():
    assert TownBands({1: [FIVE]}, ZONE_C).band(GYM, WEDNESDAY, time(14)) == TimeBand.SCHOOL


def test_where_nothing_opens_holidays_are_holidays_and_the_rest_is_free_time():
    assert TOWN.band(GYM, SATURDAY, time(10)) == TimeBand.CLUB
    assert TOWN.band(GYM, TUESDAY, time(20)) == TimeBand.CLUB
    assert TOWN.band(GYM, date(2026, 10, 24), time(10)) == TimeBand.HOLIDAY
    assert TownBands({}, ZONE_C).band(None, TUESDAY, time(10)) == TimeBand.CLUB


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)), st.times(), st.sampled_from([1, 2, 3, GYM, None]))
def test_every_session_has_its_moment_and_asking_twice_says_the_same(day, moment, site):
    band = TOWN.band(site, day, moment)
    assert isinstance(band, TimeBand)
    assert TOWN.band(site, day, moment) == TownBands(TOWN.weeks, ZONE_C).band(site, day, moment) == band
