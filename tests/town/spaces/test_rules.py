"""How a ground is now: who is believed, for how long, and what happens when people disagree."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.town.places.opening import Standing
from preau.town.spaces.enums import ReportKind
from preau.town.spaces.rules import HEARD, Closed, How, Said, Source, State, Terms, Works, fresh, state_at
from tests.conftest import NOW

TODAY, TERMS = NOW.date(), Terms()
DOOR = Standing(is_known=True, is_open=True)
O, B, X = ReportKind.OPEN, ReportKind.BUSY, ReportKind.BROKEN


def ago(kind: ReportKind, minutes: int, words: str = "") -> Said:
    return Said(kind, NOW - timedelta(minutes=minutes), words)


def state(*reports: Said, door: Standing = DOOR, closings=(), works=None) -> State:
    return state_at(NOW, today=TODAY, door=door, reports=reports, closings=closings, works=works, terms=TERMS)


@pytest.mark.parametrize(
    ("reports", "how", "agreeing"),
    [
        ((), How.UNKNOWN, 0),
        ((ago(O, 10),), How.OPEN, 1),
        ((ago(B, 10), ago(O, 20)), How.BUSY, 1),
        ((ago(O, 10), ago(B, 20)), How.OPEN, 1),
        ((ago(O, 5), ago(X, 60), ago(X, 900)), How.BROKEN, 2),
        ((ago(O, 5), ago(O, 30), ago(X, 60), ago(X, 900)), How.OPEN, 2),
        ((ago(O, 200),), How.UNKNOWN, 0),
        ((ago(B, 61),), How.UNKNOWN, 0),
        ((ago(X, 60 * 24 * 3 + 1),), How.UNKNOWN, 0),
        ((ago(X, 60 * 24 * 2),), How.BROKEN, 1),
        ((ago(O, 1), ago(O, 2), ago(O, 3), *(ago(X, 60 + n) for n in range(20))), How.OPEN, 3),
        ((Said(O, NOW + timedelta(minutes=5)),), How.UNKNOWN, 0),
    ],
)
def test_the_recent_majority_decides_and_what_is_old_says_nothing(reports, how, agreeing):
    found = state(*reports)
    assert (found.how, found.agreeing) == (how, agreeing)


def test_the_word_of_an_agent_wins_until_its_end():
    closing = Closed(NOW - timedelta(hours=1), NOW + timedelta(hours=2), "but cassé")
    found = state(ago(O, 1), ago(O, 2), closings=[closing], works=Works(TODAY))
    assert (found.how, found.source, found.until, found.words) == (
        How.CLOSED,
        Source.AGENT,
        closing.ends_at,
        "but cassé",
    )
    over = Closed(NOW - timedelta(hours=3), NOW)
    assert state(ago(O, 1), closings=[over]).how == How.OPEN
    later = Closed(NOW + timedelta(seconds=1), NOW + timedelta(hours=1))
    assert state(ago(O, 1), closings=[later]).how == How.OPEN


@pytest.mark.parametrize(
    ("works", "how"),
    [
        (Works(TODAY, TODAY, "sol refait"), How.CLOSED),
        (Works(TODAY - timedelta(days=3)), How.CLOSED),
        (Works(TODAY + timedelta(days=1)), How.OPEN),
        (Works(date(2026, 1, 1), TODAY - timedelta(days=1)), How.OPEN),
    ],
)
def test_works_close_on_their_days(works, how):
    assert state(ago(O, 1), works=works).how == how


def test_outside_its_hours_nobody_can_open_a_ground_by_saying_so():
    shut = Standing(is_known=True, is_open=False, next_day=TODAY, next_at=time(14))
    assert state(ago(O, 1), door=shut) == State(How.CLOSED, Source.HOURS)
    assert state(ago(O, 1), door=Standing(is_known=False)).how == How.OPEN


def test_only_words_that_an_agent_showed_go_with_the_verdict():
    assert state(ago(X, 1), ago(X, 5, "filet déchiré")).words == "filet déchiré"
    assert state(ago(O, 1), ago(O, 2), ago(X, 5, "filet déchiré")).words == ""


reports = st.lists(
    st.tuples(st.sampled_from(ReportKind), st.integers(0, 6000)).map(lambda pair: ago(*pair)), max_size=12
)


@given(reports)
def test_the_verdict_is_one_that_somebody_gave_lately_whatever_the_order(some):
    found = state(*some)
    alive = fresh(some, NOW, TERMS)
    assert len(alive) <= HEARD
    if not alive:
        assert found.how == How.UNKNOWN
    else:
        assert found.how.value in {each.kind.value for each in alive}
        assert found.at is not None
        assert found.at >= min(each.at for each in alive)
        assert found.agreeing * len(ReportKind) >= found.heard


@given(reports, st.integers(1, 10_000))
def test_time_alone_never_makes_a_ground_better_known(some, minutes):
    assert len(fresh(some, NOW + timedelta(minutes=minutes), TERMS)) <= len(fresh(some, NOW, TERMS))
