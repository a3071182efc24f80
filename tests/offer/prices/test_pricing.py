"""An activity has the price of its day, whatever version of it was chosen."""

from __future__ import annotations

from datetime import date

import pytest

from preau.offer.activities.pricing import price_on, prices_on
from preau.offer.prices.rules import Flat, Terms
from preau.offer.prices.writing import RuleFacts, follow_rule
from preau.people.accounts.hand import Hand
from tests.cast import make_activity, make_price

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(now):
    first = make_price(valid_to=None)
    told = RuleFacts(first.name, Terms(Flat(50_00)), date(2027, 1, 1))
    return first, follow_rule(first, told, seen_version=1, hand=Hand(None, now))


def test_the_price_changes_in_the_middle_of_the_year(two):
    first, second = two
    activity = make_activity(price_rule=first)
    assert price_on(activity, date(2026, 11, 24)) == first
    assert price_on(activity, date(2027, 2, 1)) == second
    assert price_on(activity, date(2030, 1, 1)) == second


def test_an_activity_that_has_not_begun_has_the_price_of_its_first_day(two):
    first, second = two
    activity = make_activity(price_rule=first, starts_on=date(2027, 3, 1))
    assert price_on(activity, date(2026, 11, 24)) == second


def test_without_a_price_nothing_is_said(two, django_assert_num_queries):
    activities = [make_activity(f"Atelier {n}", price_rule=two[0]) for n in range(5)]
    nothing = make_activity("Sans prix")
    with django_assert_num_queries(1):
        found = prices_on([*activities, nothing], date(2026, 11, 24))
    assert found == {each.pk: two[0] for each in activities}
