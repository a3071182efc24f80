"""Beside the package ``matching``: hospitals and residents, the same outcome on plain cases."""

from __future__ import annotations

from random import Random

import pytest
from matching.games import HospitalResident

from preau.offer.allocation import Application, Offer, Problem, Wish
from tests.offer.allocation.towns import Voted, allocate, draw, given, make_town


def _theirs(town: Problem, numbers: dict[str, bytes]) -> dict[str, str | None]:
    voted = Voted(town, numbers)
    wishes = {each.key: [wish.offers[0] for wish in each.wishes] for each in town.applications}
    asked = {offer.key: [key for key, offers in wishes.items() if offer.key in offers] for offer in town.offers}
    game = HospitalResident.create_from_dictionaries(
        wishes,
        {offer: sorted(keys, key=lambda key: voted.order(key, offer)) for offer, keys in asked.items() if keys},
        {offer.key: offer.seats for offer in town.offers if asked[offer.key]},
    )
    solution = game.solve(optimal="resident")
    found: dict[str, str | None] = dict.fromkeys(wishes)
    return found | {child.name: offer.name for offer, children in solution.items() for child in children}


@pytest.mark.parametrize("size", [3, 8, 20, 60])
def test_the_outcome_is_theirs(size):
    for number in range(60 if size < 60 else 10):
        chance = Random(f"{size} {number}")
        town = make_town(chance, children=size, offers=max(2, size // 4), reserves=False)
        town = Problem(
            town.rules,
            tuple(Offer(offer.key, offer.seats + 1) for offer in town.offers),
            town.applications,
        )
        numbers = draw(chance, town)
        assert given(allocate(town, numbers)) == _theirs(town, numbers)


def test_the_outcome_is_theirs_in_a_larger_town():
    chance = Random(7)
    offers = tuple(Offer(f"o{number}", 8) for number in range(40))
    town = Problem(
        offers=offers,
        applications=tuple(
            Application(f"c{number}", tuple(Wish((offer.key,)) for offer in chance.sample(offers, 5)))
            for number in range(400)
        ),
    )
    numbers = {f"c{number}": bytes([number % 256, number // 256]) for number in range(400)}
    assert given(allocate(town, numbers)) == _theirs(town, numbers)
