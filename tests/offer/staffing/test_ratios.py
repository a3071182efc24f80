"""How many adults, at least: the table of the law, read by cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.offer.activities.enums import Public, Rhythm, Season
from preau.offer.activities.models import Slot
from preau.offer.activities.ratios import has_plan, staffing_of
from preau.offer.staffing.enums import RatioCase, Setting
from preau.offer.staffing.legal import LEGAL, install_ratios
from preau.offer.staffing.models import RatioRule
from preau.offer.staffing.queries import ratios
from preau.offer.staffing.rules import adults_needed
from preau.offer.staffing.writing import DateTaken, date_ratio
from preau.people.accounts.hand import Hand
from tests.cast import make_activity, make_organisation, make_plan

DAY = date(2026, 11, 25)
AROUND, OUT, WALK = Setting.AROUND_SCHOOL, Setting.OUT_OF_SCHOOL, Setting.WALK


@pytest.mark.parametrize(
    ("setting", "hours", "plan", "small", "tall"),
    [
        (OUT, 8, True, 8, 12),
        (OUT, 2, False, 8, 12),
        (AROUND, 2, False, 10, 14),
        (AROUND, 5, False, 10, 14),
        (AROUND, 5.1, False, 8, 12),
        (AROUND, 2, True, 14, 18),
        (AROUND, 5, True, 14, 18),
        (AROUND, 9, True, 10, 14),
        (WALK, 1, True, 10, 14),
        (WALK, 1, False, 10, 14),
    ],
)
def test_the_table_of_the_law(setting, hours, plan, small, tall):
    def adults(age, children):
        return adults_needed({age: children}, setting, timedelta(hours=hours), DAY, has_plan=plan, ratios=LEGAL).adults

    for age, most in ((3, small), (5, small), (6, tall), (13, tall)):
        assert (adults(age, 1), adults(age, most), adults(age, most + 1)) == (1, 1, 2)


def test_small_and_tall_children_have_each_their_adults():
    need = adults_needed({5: 9, 7: 13}, OUT, timedelta(hours=8), DAY, has_plan=True, ratios=LEGAL)
    assert [(share.under_six, share.children, share.adults) for share in need.shares] == [(True, 9, 2), (False, 13, 2)]
    assert need.adults == 4


def test_before_the_first_known_day_nothing_is_computed_rather_than_something_false():
    told = adults_needed({7: 10}, OUT, timedelta(hours=8), date(2010, 1, 1), has_plan=True, ratios=LEGAL)
    assert told is None


def test_nobody_needs_nobody():
    assert adults_needed({}, OUT, timedelta(hours=8), DAY, has_plan=True, ratios=LEGAL).adults == 0


@given(
    st.dictionaries(st.integers(0, 17), st.integers(0, 300)),
    st.sampled_from(Setting),
    st.integers(1, 12),
    st.booleans(),
)
def test_there_are_always_enough_adults_and_one_fewer_would_be_too_few(children, setting, hours, plan):
    need = adults_needed(children, setting, timedelta(hours=hours), DAY, has_plan=plan, ratios=LEGAL)
    for share in need.shares:
        assert share.adults * share.ratio.children >= share.children
        assert (share.adults - 1) * share.ratio.children < share.children
    assert sum(share.children for share in need.shares) == sum(children.values())


def test_every_case_of_the_law_says_where_it_is_written():
    assert {(ratio.case, ratio.under_six) for ratio in LEGAL} == {(c, u) for c in RatioCase for u in (True, False)}
    assert all("R. 227-1" in ratio.source for ratio in LEGAL)


@pytest.mark.django_db
def test_installing_twice_adds_nothing_and_keeps_what_was_dated(now):
    assert (install_ratios(), install_ratios()) == (12, 0)
    stricter = replace(LEGAL[0], children=6, valid_from=date(2027, 9, 1), source="texte à venir")
    date_ratio(stricter, hand=Hand(None, now))
    assert install_ratios() == 0
    of_case = RatioRule.objects.filter(case=RatioCase.OUT_OF_SCHOOL, under_six=True)
    assert [(rule.children, rule.valid_to) for rule in of_case] == [(6, None), (8, date(2027, 8, 31))]
    for day, adults in ((date(2027, 8, 31), 1), (date(2027, 9, 1), 2)):
        assert adults_needed({4: 8}, OUT, timedelta(hours=8), day, has_plan=True, ratios=ratios()).adults == adults
    with pytest.raises(DateTaken):
        date_ratio(stricter, hand=Hand(None, now))


@pytest.fixture
def town(db):
    install_ratios()
    return make_organisation("Service des sports")


def test_an_activity_of_the_town_says_how_many_adults_it_needs(town):
    activity = make_activity(organisation=town, capacity=24, staff=2)
    told = staffing_of(activity, DAY)
    assert told.words == "24 enfants de 6 ans et plus : 2 adultes au moins."
    assert (told.adults, told.is_met) == (2, True)
    assert "R. 227-16" in told.source


def test_a_plan_in_force_changes_the_ratio_and_too_few_adults_are_seen(town):
    plan = make_plan(shown=True)
    plan.starts_on, plan.ends_on, plan.adopted_on = date(2026, 9, 1), date(2029, 8, 31), date(2026, 6, 25)
    activity = make_activity(organisation=town, capacity=30, staff=2)
    assert (staffing_of(activity, DAY).adults, staffing_of(activity, DAY).is_met) == (3, False)
    plan.save()
    assert has_plan(activity.commune_id, DAY)
    assert (staffing_of(activity, DAY).adults, staffing_of(activity, DAY).is_met) == (2, True)


def test_holidays_and_weekends_have_their_own_ratio_and_the_hardest_slot_counts(town):
    activity = make_activity(organisation=town, capacity=24, age_min=4, age_max=5, weekday=2)
    assert staffing_of(activity, DAY).words == "24 enfants de moins de 6 ans : 3 adultes au moins."
    Slot.objects.create(
        activity=activity,
        rhythm=Rhythm.HOLIDAYS,
        season=Season.HOLIDAYS,
        starts_at=time(9),
        ends_at=time(17),
        capacity=32,
    )
    told = staffing_of(activity, DAY)
    assert (told.words, told.is_met) == ("32 enfants de moins de 6 ans : 4 adultes au moins.", None)


def test_ages_on_both_sides_of_six_are_told_apart(town):
    activity = make_activity(organisation=town, capacity=24, age_min=3, age_max=None)
    told = staffing_of(activity, DAY)
    assert told.words == "Jusqu’à 24 enfants : 2 adultes au moins à partir de 6 ans, 3 adultes avant 6 ans."
    assert told.adults == 3


@pytest.mark.parametrize(
    "facts",
    [
        {"capacity": None},
        {"capacity": 12, "audiences": [Public.FAMILY.value]},
        {"capacity": 12, "age_min": 14, "age_max": 17},
        {"capacity": 12, "weekday": None},
    ],
)
def test_where_the_law_asks_nothing_or_the_entry_says_too_little_nothing_is_said(town, facts):
    assert staffing_of(make_activity(organisation=town, **facts), DAY) is None


def test_the_lesson_of_a_club_is_no_collective_care(town):
    assert staffing_of(make_activity(capacity=24), DAY) is None
