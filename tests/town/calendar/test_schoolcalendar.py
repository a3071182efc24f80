"""What each day is for the town: class, holidays, bank holiday, closure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.calendar.enums import DayKind, TimeBand
from preau.town.calendar.queries import calendar_of
from preau.town.calendar.schoolcalendar import Closing, Holiday, Local, SchoolCalendar, Zone, days_between
from tests.cast.calendar import BANK_HOLIDAYS, HOLIDAYS, ZONE_C, make_calendar
from tests.cast.people import make_commune
from tests.cast.sites import make_site

DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 11, 24), DayKind.TERM),
        (date(2026, 11, 28), DayKind.WEEKEND),
        (date(2026, 10, 16), DayKind.TERM),
        (date(2026, 10, 17), DayKind.HOLIDAYS),
        (date(2026, 11, 1), DayKind.BANK_HOLIDAY),
        (date(2026, 11, 2), DayKind.TERM),
        (date(2026, 11, 11), DayKind.BANK_HOLIDAY),
        (date(2027, 5, 7), DayKind.HOLIDAYS),
        (date(2027, 7, 2), DayKind.TERM),
        (date(2027, 7, 3), DayKind.HOLIDAYS),
    ],
)
def test_each_day_is_of_one_kind_and_the_strongest_is_told(day, kind):
    assert ZONE_C.kind_of(day) == kind


@given(DAYS)
def test_a_day_is_free_when_a_clerk_with_the_two_lists_would_say_so(day):
    name = next((name for name, first, last in HOLIDAYS if first <= day <= last), None)
    assert ZONE_C.holiday_name(day) == name
    assert ZONE_C.is_holiday(day) == (name is not None)
    assert ZONE_C.is_term(day) == (name is None and day not in BANK_HOLIDAYS)


def test_the_holidays_are_those_of_the_zone_that_holds_on_that_day():
    winter = Holiday("Vacances d’hiver", date(2027, 2, 20), date(2027, 3, 7), "B")
    moved = replace(
        ZONE_C,
        zones=(Zone(date(2027, 2, 1), None, "B"), Zone(date(2020, 9, 1), date(2027, 1, 31), "C")),
        holidays=(*ZONE_C.holidays, winter),
    )
    assert moved.is_holiday(date(2026, 12, 20)) and moved.zone_on(date(2026, 12, 20)) == "C"
    assert not moved.is_holiday(date(2027, 2, 10)) and moved.is_holiday(date(2027, 3, 1))
    assert [each.name for each in moved.holidays_between(date(2027, 2, 1), date(2027, 3, 31))] == ["Vacances d’hiver"]


def test_a_town_that_told_no_zone_has_no_holidays_and_bank_holidays_all_the_same():
    lost = replace(ZONE_C, zones=())
    assert not lost.is_holiday(date(2026, 12, 20))
    assert lost.bank_holiday(date(2026, 12, 25)) == "Noël"
    assert not lost.bounds(2026).is_known


def test_the_school_year_goes_from_the_end_of_a_summer_to_the_beginning_of_the_next():
    bounds = ZONE_C.bounds(2026)
    assert (bounds.first_day, bounds.last_day, bounds.is_known) == (date(2026, 9, 1), date(2027, 7, 2), True)
    early = replace(
        ZONE_C,
        holidays=(
            Holiday("Vacances d’été", date(2026, 7, 4), date(2026, 8, 28), "C"),
            Holiday("Vacances d’été", date(2027, 7, 4), date(2027, 8, 29), "C"),
        ),
    )
    assert early.bounds(2026).first_day == date(2026, 8, 31)  # the 29th is a Saturday
    assert early.bounds(2026).last_day == date(2027, 7, 2)  # the 3rd is a Saturday
    assert early.year_of(date(2026, 8, 28)) == 2025
    assert early.year_of(date(2026, 8, 31)) == 2026
    assert early.year_of(date(2027, 8, 29)) == 2026
    assert early.year_of(date(2027, 8, 30)) == 2027


def test_a_summer_known_by_its_first_day_alone_lasts_until_the_end_of_august():
    summer = Holiday("Début des vacances d’été", date(2028, 7, 4), date(2028, 7, 4), "C")
    known = replace(ZONE_C, holidays=(*ZONE_C.holidays, summer))
    assert known.is_holiday(date(2028, 8, 31)) and not known.is_holiday(date(2028, 9, 1))
    assert known.bounds(2027).last_day == date(2028, 7, 3)


def test_the_weeks_of_a_school_year_are_those_with_a_day_of_class():
    mondays = ZONE_C.weeks(2026)
    assert len(mondays) == 36
    assert (mondays[0], mondays[-1]) == (date(2026, 8, 31), date(2027, 6, 28))
    assert date(2026, 10, 19) not in mondays and date(2027, 5, 3) in mondays
    assert all(monday.weekday() == 0 for monday in mondays)


def test_what_the_town_says_counts_before_the_official_calendar():
    own = replace(
        ZONE_C,
        locals=(
            Local("Classe le pont de l’Ascension", date(2027, 5, 7), date(2027, 5, 7), has_class=True),
            Local("Pont du 12 novembre", date(2026, 11, 12), date(2026, 11, 13)),
        ),
    )
    assert not own.is_holiday(date(2027, 5, 7)) and own.is_holiday(date(2027, 5, 8))
    assert own.holiday_name(date(2026, 11, 12)) == "Pont du 12 novembre"
    assert [each.name for each in own.holidays_between(date(2026, 11, 2), date(2026, 11, 30))] == [
        "Pont du 12 novembre"
    ]


POOL, ROOM, OTHER = 1, 2, 3
CLOSED = SchoolCalendar(
    rooms={ROOM: POOL},
    closures=(
        Closing("travaux du bassin", date(2026, 12, 7), date(2026, 12, 11), POOL),
        Closing("grève de la cantine", date(2026, 12, 15), date(2026, 12, 15), None, frozenset({TimeBand.LUNCH})),
    ),
)


@pytest.mark.parametrize(
    ("day", "site", "band", "reason"),
    [
        (date(2026, 12, 7), POOL, None, "travaux du bassin"),
        (date(2026, 12, 11), ROOM, TimeBand.CLUB, "travaux du bassin"),
        (date(2026, 12, 7), OTHER, None, None),
        (date(2026, 12, 7), None, None, None),
        (date(2026, 12, 12), POOL, None, None),
        (date(2026, 12, 15), OTHER, TimeBand.LUNCH, "grève de la cantine"),
        (date(2026, 12, 15), OTHER, TimeBand.EVENING, None),
        (date(2026, 12, 15), None, None, None),
    ],
)
def test_a_closure_closes_its_place_its_rooms_and_its_bands_only(day, site, band, reason):
    assert CLOSED.closed(day, site, band) == reason


@given(DAYS, st.integers(0, 60))
def test_a_closure_of_the_town_makes_its_days_closed_and_no_other(first, length):
    last = first + timedelta(days=length)
    calendar = replace(ZONE_C, closures=(Closing("pont", first, last),))
    for day in days_between(first - timedelta(days=2), last + timedelta(days=2)):
        expected = ZONE_C.kind_of(day)
        if first <= day <= last and expected != DayKind.BANK_HOLIDAY:
            expected = DayKind.CLOSED
        assert calendar.kind_of(day) == expected


@pytest.mark.django_db
def test_the_calendar_of_a_town_is_read_in_six_queries_whatever_it_holds(django_assert_num_queries):
    commune = make_commune()
    make_calendar(commune)
    make_site()
    with django_assert_num_queries(6):
        calendar = calendar_of(commune)
    assert calendar.bounds(2026) == ZONE_C.bounds(2026)
    assert all(
        calendar.kind_of(day) == ZONE_C.kind_of(day) for day in days_between(date(2026, 7, 1), date(2027, 8, 31))
    )


@pytest.mark.django_db
def test_holidays_that_left_the_official_file_count_no_more(now):
    commune = make_commune()
    make_calendar(commune)
    from preau.town.calendar.models import HolidayPeriod

    HolidayPeriod.objects.filter(name="Pont de l’Ascension").update(gone_on=now.date())
    assert not calendar_of(commune).is_holiday(date(2027, 5, 7))
