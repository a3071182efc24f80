"""What deferred acceptance promises, checked against every other possibility in thousands of small towns."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from tests.offer.allocation.towns import Voted, allocate, draw, every_list, given, make_town


@pytest.mark.parametrize("series", range(10))
def test_nobody_has_a_reason_to_complain_and_no_seat_is_wasted(series):
    for number in range(200):
        chance = Random(f"{series} {number}")
        town = make_town(chance, children=chance.randint(1, 12), offers=chance.randint(1, 5))
        numbers = draw(chance, town)
        assert Voted(town, numbers).is_stable(given(allocate(town, numbers)))


@pytest.mark.parametrize("series", range(5))
def test_no_fair_outcome_is_better_for_anybody(series):
    """All the ways to place four children are tried; of those that are fair, ours is each child's best."""
    for number in range(40):
        chance = Random(f"{series} {number}")
        town = make_town(chance, children=4, offers=3)
        numbers = draw(chance, town)
        voted, ours = Voted(town, numbers), given(allocate(town, numbers))
        keys = list(ours)
        choices = [[None, *(wish.offers[0] for wish in voted.children[key].wishes)] for key in keys]
        fair = [each for got in product(*choices) if voted.is_stable(each := dict(zip(keys, got, strict=True)))]
        assert ours in fair
        for other in fair:
            for key in keys:
                assert other[key] == ours[key] or ours[key] in voted.preferred(key, other[key])


@pytest.mark.parametrize("series", range(4))
def test_no_family_gains_by_writing_other_wishes(series):
    """Every list that a family could write is tried."""
    for number in range(40):
        chance = Random(f"{series} {number}")
        town = make_town(chance, children=4, offers=3)
        numbers = draw(chance, town)
        voted, true = Voted(town, numbers), given(allocate(town, numbers))
        for place, child in enumerate(town.applications):
            better = voted.preferred(child.key, true[child.key])
            for lie in every_list(list(voted.offers)):
                applications = list(town.applications)
                applications[place] = replace(child, wishes=lie)
                got = given(allocate(replace(town, applications=tuple(applications)), numbers))[child.key]
                assert got not in better


def test_reserved_seats_go_to_those_they_are_for():
    """Whoever holds the criterion and is refused knows that all its seats are held by others who hold it."""
    for number in range(500):
        chance = Random(f"reserves {number}")
        town = make_town(chance, children=10, offers=3)
        numbers = draw(chance, town)
        voted, outcome = Voted(town, numbers), allocate(town, numbers)
        for child, got in given(outcome).items():
            for key in voted.preferred(child, got):
                for reserve in voted.offers[key].reserves:
                    if reserve.criterion in voted.facts(child, key):
                        served = outcome.offers[key].served
                        holders = [each for each in served if reserve.criterion in voted.facts(each, key)]
                        assert len(holders) >= reserve.seats


def test_neither_the_order_of_the_input_nor_names_count():
    for number in range(150):
        chance = Random(f"order {number}")
        town = make_town(chance, children=8, offers=4, bundles=True, siblings=True, hours=True, several=True)
        numbers = draw(chance, town)
        first = allocate(town, numbers)
        shuffled = replace(
            town,
            offers=tuple(chance.sample(town.offers, len(town.offers))),
            applications=tuple(chance.sample(town.applications, len(town.applications))),
        )
        again = allocate(shuffled, numbers)
        assert [again.cases(key) for key in again.keys] == [first.cases(key) for key in first.keys]
        assert again.offers == first.offers
        names = dict(zip(first.keys, chance.sample([f"x{n}" for n in range(99)], len(first.keys)), strict=True))
        renamed = replace(town, applications=tuple(replace(each, key=names[each.key]) for each in town.applications))
        other = allocate(renamed, numbers | {names[key]: value for key, value in numbers.items() if key in names})
        assert {(names[place.application], place.offer, place.rank) for place in first.places} == {
            (place.application, place.offer, place.rank) for place in other.places
        }
