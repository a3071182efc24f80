"""Two sets of rules on the same draws: who gains is counted child by child, not between two averages."""

from __future__ import annotations

import pytest

from preau.offer.allocation import Application, BadFile, Draw, Offer, Problem, Rules, Wish, contrast, demand_of, publish
from preau.offer.allocation.compare import Interval, balance
from preau.offer.allocation.draw import commit
from preau.offer.allocation.reading import read_rules
from preau.offer.allocation.synthetic import make_population

SECRET = "a secret of more than thirty-two characters"
NEAR = Rules((("near",),))


def _two() -> Problem:
    """One seat; the one who lives near has it under the rules, one of the two by the draw alone."""
    wishes = (Wish(("judo",)),)
    offers, near = (Offer("judo", 1),), frozenset({"near"})
    return Problem(NEAR, offers, (Application("far", wishes), Application("near", wishes, near)))


def test_one_seat_and_a_rule_that_gives_it():
    found = contrast(_two(), Rules(), NEAR, seed=b"x", draws=60)
    assert found.first.served == found.second.served == Interval(1, 1, 1)
    assert found.better == found.worse  # whoever gains takes the only seat of the other
    assert found.better.low == 0 and found.better.high == 1
    assert found.better_by["near", "yes"] == found.worse_by["near", "no"]
    assert found.better_by["near", "no"] == found.worse_by["near", "yes"] == Interval(0, 0, 0)


def test_rules_against_themselves_move_nobody():
    town = make_population(7, children=120, offers=6, places_for=60).problem
    found = contrast(town, NEAR, NEAR, seed=b"x", draws=8)
    assert found.first == found.second
    assert found.better == found.worse == Interval(0, 0, 0)


def test_its_balances_are_those_of_the_laboratory_and_means_are_of_whoever_is_served():
    town = make_population(7, children=120, offers=6, places_for=60)
    found = contrast(town.problem, Rules(), NEAR, seed=b"x", draws=8)
    alone = balance(town.problem.__class__(NEAR, town.problem.offers, town.problem.applications), town.groups, seed=b"x", draws=8)  # fmt: skip
    assert (alone.served, alone.mean_rank, alone.totals) == (
        found.second.served,
        found.second.mean_rank,
        found.second.totals,
    )
    served = sum(alone.totals.values())
    mean = sum(rank * count for rank, count in alone.totals.items()) * 100 / served
    assert alone.mean_rank.low <= mean <= alone.mean_rank.high
    assert all(each is None or 100 <= each.low <= each.middle <= each.high for each in alone.mean_ranks.values())


def test_a_criterion_that_a_published_file_left_out_cannot_be_tried():
    draw = Draw(commit(SECRET), SECRET, "12", "Loto")
    problem = demand_of(publish(_two(), draw))
    assert problem.rules == NEAR
    with pytest.raises(BadFile, match="ne dit pas qui tient le critère « resident »"):
        contrast(problem, NEAR, Rules((("resident",),)), seed=b"x", draws=1)


def test_rules_alone_keep_the_travel_of_the_file_unless_they_say_otherwise():
    like = Rules((), True, (("a", "b", 9),), 5)
    assert read_rules('{"classes": [["near"]]}', like).travel_minutes == 5
    assert read_rules('{"travel_minutes": 0, "travel": []}', like) == Rules()
    with pytest.raises(BadFile):
        read_rules('{"classes": 3}', like)
