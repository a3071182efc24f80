"""Before the vote: a synthetic town, several rules, many draws."""

from __future__ import annotations

import pytest

from preau.offer.allocation import Application, Offer, Problem, Rules, Wish, to_json
from preau.offer.allocation.checking import check
from preau.offer.allocation.compare import Interval, compare, compare_first_come
from preau.offer.allocation.synthetic import make_population

RULES = {"draw only": Rules(), "newcomers first": Rules((("not_served_last_year", "resident"), ("resident",)))}


@pytest.fixture(scope="module")
def town():
    return make_population(7, children=160, offers=8, places_for=60)


def test_a_synthetic_town_is_the_same_for_the_same_seed(town):
    check(town.problem)
    again = make_population(7, children=160, offers=8, places_for=60)
    assert to_json(again.problem) == to_json(town.problem)
    assert (again.groups, again.arrivals) == (town.groups, town.arrivals)
    assert to_json(make_population(8, children=160, offers=8).problem) != to_json(town.problem)
    assert len(town.groups) == len(town.arrivals) == 160


def test_no_rule_leaves_envy_or_an_empty_seat_and_first_come_does(town):
    balances = compare(town.problem, RULES, town.groups, seed=b"lab", draws=12)
    for balance in balances.values():
        assert balance.envy == balance.empty == Interval(0, 0, 0)
        assert balance.first_wish.low <= balance.first_wish.middle <= balance.first_wish.high <= balance.served.high
    first_come = compare_first_come(town.problem, town.arrivals, town.groups, seed=b"lab")
    assert first_come.envy.middle > 0
    assert first_come.empty.middle == 0
    known = first_come.by_group["family", "known"][0].middle / first_come.of["family", "known"]
    new = first_come.by_group["family", "new"][0].middle / first_come.of["family", "new"]
    assert known > new


def test_a_rule_for_newcomers_serves_more_of_them(town):
    balances = compare(town.problem, RULES, town.groups, seed=b"lab", draws=12)
    served = [balances[name].by_group["family", "new"][0].middle for name in RULES]
    assert served[1] > served[0]
    for balance in balances.values():
        new, known = (balance.of["family", name] for name in ("new", "known"))
        assert new + known == balance.children == 160


def test_first_come_takes_the_best_that_is_left():
    wishes = (Wish(("judo",)), Wish(("dance",)))
    town = Problem(
        Rules((("near",),)),
        (Offer("judo", 1), Offer("dance", 1)),
        (Application("late", wishes, frozenset({"near"})), Application("early", wishes)),
    )
    balance = compare_first_come(town, {"late": 2, "early": 1}, {}, seed=b"")
    assert (balance.served.middle, balance.first_wish.middle, balance.envy.middle) == (2, 1, 1)
