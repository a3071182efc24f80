"""Terms, alarms, what is missing: decisions that a school could argue about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.plan.labels import rules
from preau.plan.labels.enums import Standing
from preau.plan.labels.states import LIFE

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 3, 10), 60, date(2031, 3, 10)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2027, 1, 31), -2, date(2026, 11, 30)),
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
    ],
)
def test_months_keep_the_day_or_the_last_one(day, months, later):
    assert rules.months_after(day, months) == later


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120), st.integers(0, 119))
def test_an_alarm_comes_before_the_term_and_the_term_after_the_start(day, months, notice):
    ends = rules.term(day, months)
    assert ends is not None and day < ends
    assert rules.alarm_on(ends, notice) <= ends


@pytest.mark.parametrize(
    ("state", "obtained", "expires", "told"),
    [
        ("preparing", None, None, Standing.PREPARING),
        ("submitted", None, None, Standing.WAITING),
        ("refused", None, None, Standing.CLOSED),
        ("abandoned", None, None, Standing.CLOSED),
        ("obtained", date(2024, 1, 8), date(2029, 1, 8), Standing.VALID),
        ("obtained", date(2022, 3, 1), date(2027, 3, 1), Standing.EXPIRING),
        ("obtained", date(2022, 8, 24), date(2027, 8, 24), Standing.EXPIRING),  # the alarm is today
        ("obtained", date(2022, 8, 25), date(2027, 8, 25), Standing.VALID),  # the alarm is tomorrow
        ("renewing", date(2024, 1, 8), date(2029, 1, 8), Standing.EXPIRING),
        ("submitted", date(2022, 1, 8), date(2027, 1, 8), Standing.EXPIRING),
        ("refused", date(2022, 1, 8), date(2027, 1, 8), Standing.EXPIRING),  # refused, and held until its term
        ("obtained", date(2021, 11, 24), TODAY, Standing.EXPIRING),  # its last day
        ("renewing", date(2021, 1, 8), date(2026, 1, 8), Standing.CLOSED),
        ("submitted", date(2021, 1, 8), date(2026, 1, 8), Standing.WAITING),
        ("expired", date(2021, 1, 8), date(2026, 1, 8), Standing.CLOSED),
    ],
)
def test_a_file_stands_by_its_dates_then_by_its_papers(state, obtained, expires, told):
    assert rules.standing(state, obtained_on=obtained, expires_on=expires, notice_months=9, today=TODAY) == told


@given(st.sampled_from(LIFE.states), st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(1, 4000))
def test_a_label_past_its_term_is_never_told_as_held(state, obtained, length):
    expires = obtained + timedelta(days=length)
    told = rules.standing(state, obtained_on=obtained, expires_on=expires, notice_months=6, today=TODAY)
    assert (told in (Standing.VALID, Standing.EXPIRING)) == rules.is_held(obtained, expires, TODAY)


@pytest.mark.parametrize(
    ("proofs", "checked", "state"),
    [
        (0, False, rules.Proof.NONE),
        (0, True, rules.Proof.NONE),
        (2, False, rules.Proof.BEGUN),
        (1, True, rules.Proof.PROVEN),
    ],
)
def test_a_criterion_without_a_proof_is_not_proven(proofs, checked, state):
    assert rules.proof_state(proofs, checked) == state
