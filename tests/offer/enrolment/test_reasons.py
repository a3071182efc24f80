"""Each published reason, at its limits. Pure rules: no database, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from preau.offer.enrolment.reasons import BY_AN_AGENT, PUBLISHED, Effect, ReasonCode
from preau.offer.enrolment.rules import (
    Asked,
    Held,
    Misfit,
    Offered,
    Where,
    is_late,
    misfits,
    offered_until,
    refused,
)
from preau.offer.enrolment.timetable import Span, meet
from preau.people.households.enums import GuardianRights
from preau.people.households.papers import Papers
from preau.people.households.rights import age_on

R = ReasonCode
NOW, TODAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC), date(2026, 11, 24)
START, END = date(2027, 1, 6), date(2027, 6, 30)
AFTERNOON = Span(2, time(14), time(15, 30), START, END)
OFFERED = Offered(START, END, (AFTERNOON,), opens_at=NOW, domain="combat", school_year=2026)
ASKED = Asked(date(2018, 3, 14), rights=GuardianRights.FULL)
SECOND = timedelta(seconds=1)


def codes(offered=OFFERED, asked=ASKED, *, now=NOW, today=TODAY) -> list[ReasonCode]:
    return [each.code for each in misfits(offered, asked, now=now, today=today)]


def held(**fields) -> Held:
    usual = {"unit": 9, "title": "Chorale", "spans": (replace(AFTERNOON, weekday=4),), "school_year": 2026}
    return Held(**(usual | fields))


def test_nothing_stands_against_a_child_whom_everything_suits():
    assert codes() == []


@pytest.mark.parametrize(
    ("rights", "stops"),
    [
        (GuardianRights.FULL, False),
        (GuardianRights.USUAL_ACTS, False),
        (GuardianRights.INFORMED, True),
        (GuardianRights.BLOCKED, True),
        (None, True),
    ],
)
def test_no_right(rights, stops):
    assert (R.NO_RIGHT in codes(asked=replace(ASKED, rights=rights))) is stops


def test_no_right_ends_on_the_birthday_of_who_asks_for_themselves():
    fifteen = date(2011, 11, 24)
    alone = Asked(fifteen, is_oneself=True)
    assert codes(asked=alone) == []
    assert codes(asked=replace(alone, born_on=fifteen + timedelta(days=1))) == [R.NO_RIGHT]


def test_not_home():
    assert codes(asked=replace(ASKED, lives_there=False)) == [R.NOT_HOME]


def test_not_shown():
    assert codes(replace(OFFERED, is_shown=False)) == [R.NOT_SHOWN]


def test_campaign():
    assert codes(replace(OFFERED, mode="campaign")) == [R.CAMPAIGN]


def test_not_open_until_the_very_instant_and_never_without_one():
    assert codes(now=NOW - SECOND) == [R.NOT_OPEN]
    assert codes(now=NOW) == []
    assert codes(replace(OFFERED, opens_at=None)) == [R.NOT_OPEN]


def test_closed_from_the_very_instant():
    offered = replace(OFFERED, closes_at=NOW)
    assert codes(offered, now=NOW) == [R.CLOSED]
    assert codes(replace(offered, opens_at=NOW - 2 * SECOND), now=NOW - SECOND) == []


def test_over_the_day_after_the_last():
    assert codes(today=END) == []
    assert codes(today=END + timedelta(days=1)) == [R.OVER]
    assert codes(replace(OFFERED, closes_at=NOW), today=END + timedelta(days=1)) == [R.OVER]  # said once


@pytest.mark.parametrize(
    ("born_on", "stops"), [(date(2021, 1, 6), False), (date(2021, 1, 7), True), (date(2021, 1, 5), False)]
)
def test_too_young_is_counted_on_the_first_day(born_on, stops):
    """Six years old on the morning of the first session is old enough."""
    assert codes(replace(OFFERED, age_min=6), replace(ASKED, born_on=born_on)) == ([R.TOO_YOUNG] if stops else [])


@pytest.mark.parametrize(
    ("born_on", "stops"), [(date(2015, 1, 6), True), (date(2015, 1, 7), False), (date(2015, 1, 5), True)]
)
def test_too_old_the_day_of_the_birthday_after(born_on, stops):
    """Eleven until the eve of twelve."""
    assert codes(replace(OFFERED, age_max=11), replace(ASKED, born_on=born_on)) == ([R.TOO_OLD] if stops else [])


@given(
    born_on=some.dates(date(2000, 1, 1), date(2026, 1, 1)),
    least=some.none() | some.integers(0, 25),
    most=some.none() | some.integers(0, 25),
)
def test_an_age_is_refused_when_and_only_when_it_is_outside(born_on, least, most):
    found = codes(replace(OFFERED, age_min=least, age_max=most), replace(ASKED, born_on=born_on))
    age = age_on(born_on, START)
    wanted = [R.TOO_YOUNG] * (least is not None and age < least) + [R.TOO_OLD] * (most is not None and age > most)
    assert found == wanted


def test_a_child_of_29_february_has_an_age_every_year():
    leap = replace(ASKED, born_on=date(2020, 2, 29))
    offered = replace(OFFERED, starts_on=date(2027, 2, 28), age_min=7)
    assert codes(offered, leap) == [R.TOO_YOUNG]
    assert codes(replace(offered, starts_on=date(2027, 3, 1)), leap) == []


@pytest.mark.parametrize(("level", "stops"), [("ce1", False), ("cm2", True), ("", False)])
def test_level_of_a_class_that_somebody_wrote(level, stops):
    offered = replace(OFFERED, levels=frozenset({"ce1", "ce2"}))
    assert (codes(offered, replace(ASKED, level=level)) == [R.LEVEL]) is stops


@given(
    asked=some.frozensets(some.sampled_from(["address", "health", "quotient", "insurance"])),
    given_=some.frozensets(some.sampled_from(["address", "health", "quotient", "insurance"])),
    looked=some.booleans(),
)
def test_papers_names_those_that_miss_and_no_other(asked, given_, looked):
    """What was given counts, whether somebody has looked or not."""
    papers = Papers(checked=given_) if looked else Papers(unchecked=given_)
    found = misfits(replace(OFFERED, documents=asked), replace(ASKED, papers=papers), now=NOW, today=TODAY)
    missing = tuple(sorted(asked - given_))
    assert found == ([Misfit(R.PAPERS, missing)] if missing else [])


def test_already():
    assert codes(asked=replace(ASKED, is_known=True)) == [R.ALREADY]


@pytest.mark.parametrize(
    ("starts", "ends", "stops"),
    [
        (time(13), time(14), False),  # ends when the other begins
        (time(13), time(14, 1), True),
        (time(15, 30), time(17), False),
        (time(15, 29), time(17), True),
        (time(14, 30), time(15), True),
    ],
)
def test_overlap_to_the_minute(starts, ends, stops):
    other = held(spans=(replace(AFTERNOON, starts=starts, ends=ends),))
    assert (codes(asked=replace(ASKED, held=(other,))) == [R.OVERLAP]) is stops


def test_overlap_counts_the_walk_between_two_places():
    other = held(spans=(replace(AFTERNOON, starts=time(15, 35), ends=time(17)),), where=Where(2, 2.0, 48.02))
    here = replace(OFFERED, where=Where(1, 2.0, 48.0))
    assert codes(here, replace(ASKED, held=(other,))) == [R.OVERLAP]
    near = replace(other, where=Where(1, 2.0, 48.0))
    assert codes(here, replace(ASKED, held=(near,))) == []
    nowhere = replace(other, where=Where(3))
    assert codes(here, replace(ASKED, held=(nowhere,))) == []


def test_overlap_names_each_activity_once():
    two = replace(AFTERNOON, starts=time(15))
    found = misfits(
        OFFERED, replace(ASKED, held=(held(spans=(two, AFTERNOON)), held(unit=8, spans=(two,)))), now=NOW, today=TODAY
    )
    assert found == [Misfit(R.OVERLAP, ("Chorale",))]


_SPANS = some.builds(
    lambda weekday, hours, days, season, weeks: Span(
        weekday, time(min(hours)), time(max(hours)), min(days), max(days), season, weeks
    ),
    some.integers(0, 6),
    some.lists(some.integers(0, 23), min_size=2, max_size=2, unique=True),
    some.lists(some.dates(START, END), min_size=2, max_size=2),
    some.sampled_from(["always", "term", "holidays"]),
    some.sampled_from([None, 0, 1]),
)


@given(one=_SPANS, other=_SPANS, travel=some.integers(0, 120))
def test_meeting_is_mutual_and_a_longer_walk_never_makes_it_possible(one, other, travel):
    assert meet(one, other, travel=travel) == meet(other, one, travel=travel)
    if meet(one, other):
        assert meet(one, other, travel=travel)


@pytest.mark.parametrize(("cap", "stops"), [(None, False), (3, False), (2, True), (1, True)])
def test_cap_of_a_domain(cap, stops):
    two = (held(domain="combat"), held(unit=8, domain="combat", spans=(replace(AFTERNOON, weekday=3),)))
    found = codes(replace(OFFERED, cap=cap), replace(ASKED, held=two))
    assert (found == [R.CAP]) is stops


@pytest.mark.parametrize("other", [{"domain": "music"}, {"school_year": 2025}, {"is_group": False}])
def test_cap_counts_neither_another_domain_nor_another_year_nor_a_single_day(other):
    one = held(**({"domain": "combat"} | other))
    assert codes(replace(OFFERED, cap=1), replace(ASKED, held=(one,))) == []


def test_cap_leaves_a_single_day_alone():
    assert codes(replace(OFFERED, cap=1, is_group=False), replace(ASKED, held=(held(domain="combat"),))) == []


def test_every_reason_is_told_at_once():
    offered = replace(
        OFFERED, is_shown=False, mode="campaign", opens_at=None, age_min=12, levels=frozenset({"cm2"}),
        documents=frozenset({"address"}), cap=1,
    )  # fmt: skip
    other = held(domain="combat", spans=(AFTERNOON,))
    asked = Asked(date(2018, 3, 14), "ce2", None, False, False, held=(other,), is_known=True)
    assert codes(offered, asked) == [
        R.NO_RIGHT, R.NOT_HOME, R.NOT_SHOWN, R.CAMPAIGN, R.NOT_OPEN, R.TOO_YOUNG, R.LEVEL, R.PAPERS, R.ALREADY,
        R.OVERLAP, R.CAP,
    ]  # fmt: skip


@pytest.mark.parametrize("code", ReasonCode)
def test_what_a_reason_does_to_a_seat_and_to_the_queue(code):
    effect = PUBLISHED[code].effect
    assert refused([Misfit(code)], sits=True) is (effect in (Effect.REFUSES, Effect.NO_SEAT))
    assert refused([Misfit(code)], sits=False) is (effect == Effect.REFUSES)


def test_every_reason_is_published_with_what_one_can_do():
    assert set(PUBLISHED) == set(ReasonCode)
    assert all(str(each.sentence).endswith(".") and str(each.remedy).endswith(".") for each in PUBLISHED.values())
    decided = {code for code, each in PUBLISHED.items() if each.effect == Effect.DECIDED}
    assert set(BY_AN_AGENT) <= decided | {R.PAPERS}  # one that was given counts at once, and may be refused later
    assert {PUBLISHED[R.FULL].effect, PUBLISHED[R.STAFFING].effect} == {Effect.WAITS}


@given(hours=some.integers(1, 336), ahead=some.integers(-400, 400))
def test_a_place_is_never_kept_after_it_has_begun(hours, ahead):
    begins = NOW + timedelta(hours=ahead)
    until = offered_until(NOW, hours, begins)
    assert until is None if ahead <= 0 else until == min(begins, NOW + timedelta(hours=hours))
    assert offered_until(NOW, hours, None) == NOW + timedelta(hours=hours)


@given(days=some.integers(0, 60), before=some.integers(-100, 100))
def test_a_late_release_is_one_of_the_last_days(days, before):
    assert is_late(START, days, START - timedelta(days=before)) is (0 <= before < days)
