"""Dates and completeness, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.cooperation.agreements.enums import DelayKind
from preau.cooperation.agreements.rules import (
    Gap,
    Readiness,
    alarm_due,
    day_is_possible,
    gaps,
    in_order,
    months_before,
    reminder_due,
    whole_months,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2029, 8, 31), 9, date(2028, 11, 30)),
        (date(2028, 11, 30), 9, date(2028, 2, 29)),
        (date(2029, 11, 30), 9, date(2029, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2028, 2, 29), 3, date(2027, 11, 29)),
        (date(2027, 1, 15), 3, date(2026, 10, 15)),
    ],
)
def test_months_are_counted_as_people_do_leap_day_included(day, months, before):
    assert months_before(day, months) == before


@given(DAYS, st.integers(0, 40))
def test_counting_back_never_leaves_the_calendar(day, months):
    before = months_before(day, months)
    assert before <= day
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2028, 11, 29), None),
        (date(2028, 11, 30), 9),
        (date(2029, 2, 27), 9),
        (date(2029, 2, 28), 6),
        (date(2029, 5, 31), 3),
        (date(2029, 8, 31), 3),
        (date(2029, 9, 1), None),
    ],
)
def test_the_alarm_sounds_nine_six_and_three_months_before_the_end(today, stage):
    assert alarm_due(date(2029, 8, 31), today, (9, 6, 3)) == stage


@given(DAYS, st.integers(0, 400))
def test_an_alarm_only_comes_closer(end, back):
    stages = [alarm_due(end, end - timedelta(days=back - n), (9, 6, 3)) for n in range(min(back, 30) + 1)]
    told = [stage for stage in stages if stage is not None]
    assert told == sorted(told, reverse=True)


@pytest.mark.parametrize(
    ("after", "stage"), [(0, None), (6, None), (7, 7), (20, 7), (21, 21), (34, 21), (35, 35), (99, 35)]
)
def test_reminders_come_after_seven_twenty_one_and_thirty_five_days(after, stage):
    asked = date(2028, 2, 1)
    assert reminder_due(asked, asked + timedelta(days=after), (7, 21, 35)) == stage


@pytest.mark.parametrize(
    ("today", "left"), [(date(2028, 11, 30), 9), (date(2028, 12, 1), 8), (date(2029, 8, 31), 0), (date(2029, 5, 31), 3)]
)
def test_whole_months_left(today, left):
    assert whole_months(today, date(2029, 8, 31)) == left


START, END = date(2026, 9, 1), date(2029, 8, 31)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (Readiness(2, START, END, rests_on_plan=False), []),
        (Readiness(1, START, END, rests_on_plan=False), [Gap.PARTIES]),
        (Readiness(2, None, END, rests_on_plan=False), [Gap.TERM]),
        (Readiness(3, START, END, rests_on_plan=True), [Gap.PLAN]),
        (Readiness(3, START, END, True, has_adopted_plan=True), []),
        (Readiness(3, START, END, True, has_adopted_plan=True, plan_is_intact=False), [Gap.PROOF]),
        (Readiness(0, None, None, True), [Gap.PARTIES, Gap.TERM, Gap.PLAN]),
    ],
)
def test_what_keeps_an_agreement_from_the_council(facts, found):
    assert gaps(facts) == found


def test_nobody_signs_before_the_vote_or_tomorrow():
    voted, today = date(2026, 11, 17), date(2026, 11, 24)
    possible = [
        voted + timedelta(days=n)
        for n in range(-1, 9)
        if day_is_possible(voted + timedelta(days=n), voted_on=voted, today=today)
    ]
    assert (possible[0], possible[-1]) == (voted, today)


@pytest.mark.parametrize(
    ("kind", "steps", "kept"),
    [
        (DelayKind.SIGNATURE, [35, 7, 21, 7], [7, 21, 35]),
        (DelayKind.TERM, [3, 9, 6], [9, 6, 3]),
        (DelayKind.TERM, [12], [12]),
    ],
)
def test_delays_are_put_in_order(kind, steps, kept):
    assert in_order(kind, steps) == kept


@pytest.mark.parametrize("steps", [[], [0], [-3, 6], [40], list(range(1, 9))])
def test_delays_that_say_nothing_are_refused(steps):
    with pytest.raises(ValueError, match=r"\["):
        in_order(DelayKind.TERM, steps)
