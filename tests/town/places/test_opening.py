"""Whether the door is open: hours, seasons, changes, bank holidays, the two changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.places.enums import Season
from preau.town.places.opening import (
    ALL_DAY,
    MIDNIGHT,
    Change,
    Days,
    Opening,
    Span,
    Timetable,
    joined,
    overlap,
    standing_at,
)
from preau.town.places.wording import standing_words

PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 11, 23)
POOL = Timetable(
    (
        Opening(0, time(12), time(13, 30), Season.TERM),
        Opening(0, time(17), time(20), Season.TERM),
        Opening(0, time(10), time(19), Season.HOLIDAYS),
        Opening(5, time(9), time(18)),
        Opening(6, time(9), MIDNIGHT, valid_from=date(2027, 6, 1), valid_to=date(2027, 8, 31)),
    ),
    (
        Change(date(2026, 11, 30), date(2026, 12, 1), reason="vidange"),
        Change(date(2026, 12, 1), date(2026, 12, 1), Span(time(8), time(9))),
    ),
)
IN_TERM = Days(lambda day: False, lambda day: "Noël" if (day.month, day.day) == (12, 25) else "")
ON_HOLIDAY = Days(lambda day: True)


def at(day: date, moment: time, zone=PARIS) -> datetime:
    return datetime.combine(day, moment, tzinfo=zone)


@pytest.mark.parametrize(
    ("when", "days", "words"),
    [
        (at(MONDAY, time(12)), IN_TERM, "Ouvert jusqu’à 13 h 30"),
        (at(MONDAY, time(13, 30)), IN_TERM, "Fermé, ouvre à 17 h"),
        (at(MONDAY, time(11)), ON_HOLIDAY, "Ouvert jusqu’à 19 h"),
        (at(MONDAY, time(21)), IN_TERM, "Fermé, ouvre samedi à 9 h"),
        (at(date(2026, 11, 27), time(21)), IN_TERM, "Fermé, ouvre demain à 9 h"),
        (at(date(2026, 11, 30), time(12)), IN_TERM, "Fermé, ouvre demain à 8 h (vidange)"),
        (at(date(2026, 12, 1), time(8, 30)), IN_TERM, "Ouvert jusqu’à 9 h"),
        (at(date(2026, 11, 28), time(18)), IN_TERM, "Fermé, ouvre le lundi 7 décembre à 12 h"),
        (at(date(2027, 6, 6), time(23, 59, 30)), IN_TERM, "Ouvert jusqu’à minuit"),
    ],
)
def test_the_door_is_told_in_one_sentence(when, days, words):
    timetable = POOL if "7 décembre" not in words else Timetable(POOL.openings[:2], POOL.changes[:1])
    said = standing_words(standing_at(timetable, when, zone=PARIS, days=days), when.date())
    assert said.replace("\u00a0", " ") == words


def test_a_bank_holiday_shuts_the_door_and_says_why_unless_the_place_stays_open():
    every_day = tuple(Opening(day, time(9), time(18)) for day in range(7))
    noel = at(date(2026, 12, 25), time(12))
    shut = standing_at(Timetable(every_day), noel, zone=PARIS, days=IN_TERM)
    assert (shut.is_open, shut.reason, shut.next_day) == (False, "Noël", date(2026, 12, 26))
    park = Timetable(is_always_open=True, opens_on_bank_holidays=True)
    assert standing_at(park, noel, zone=PARIS, days=IN_TERM).is_open
    assert park.on(noel.date(), IN_TERM) == (ALL_DAY,)


def test_nobody_said_anything_is_not_closed():
    standing = standing_at(Timetable(), at(MONDAY, time(12)), zone=PARIS, days=IN_TERM)
    assert not standing.is_known
    assert standing_words(standing, MONDAY) == "Horaires à confirmer"


@pytest.mark.parametrize(("day", "utc"), [(date(2027, 3, 28), 8), (date(2026, 10, 25), 9), (date(2026, 10, 24), 8)])
def test_the_clocks_of_the_town_decide_even_on_the_nights_when_they_change(day, utc):
    timetable = Timetable((Opening(day.weekday(), time(10), time(12)),))
    opens = datetime(day.year, day.month, day.day, utc, 0, tzinfo=UTC)
    assert standing_at(timetable, opens, zone=PARIS, days=Days()).is_open
    assert standing_at(timetable, opens.replace(hour=utc - 1, minute=59), zone=PARIS, days=Days()).is_open is False


def test_rows_that_claim_the_same_minute_are_found_only_when_they_can_meet():
    term, holidays = Opening(0, time(9), time(12), Season.TERM), Opening(0, time(10), time(12), Season.HOLIDAYS)
    summer = Opening(0, time(9), time(12), valid_from=date(2027, 7, 1))
    spring = Opening(0, time(9), time(12), valid_to=date(2027, 6, 30))
    assert overlap([term, holidays]) is None
    assert overlap([summer, spring]) is None
    assert overlap([term, Opening(1, time(9), time(12)), spring]) == (term, spring)


moments = st.times(max_value=MIDNIGHT).map(lambda moment: moment.replace(second=0, microsecond=0))
spans = st.lists(
    st.tuples(moments, moments).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair)), max_size=6
)


@given(spans, moments)
def test_joined_spans_hold_the_same_minutes_in_order_and_never_touch(some, moment):
    found = joined(some)
    assert any(each.opens_at <= moment < each.closes_at for each in some) == any(
        each.opens_at <= moment < each.closes_at for each in found
    )
    assert all(first.closes_at < second.opens_at for first, second in pairwise(found))
