"""Places given back are given again: nobody who confirmed loses anything."""

from __future__ import annotations

from random import Random

import pytest

from preau.offer.allocation import Application, Offer, Problem, Rules, Wish
from preau.offer.allocation.checking import check
from preau.offer.allocation.second import second_round
from tests.offer.allocation.towns import allocate, draw, make_town


def _ranks(outcome, key: str) -> list[int]:
    return sorted({place.rank for place in outcome.places_of(key)})


def test_a_place_given_back_goes_to_the_first_who_waits_and_so_on():
    wishes = {"ana": "judo dance", "bob": "judo dance", "cleo": "judo dance"}
    town = Problem(
        Rules(),
        (Offer("judo", 1), Offer("dance", 1)),
        tuple(Application(key, tuple(Wish((o,)) for o in offers.split())) for key, offers in wishes.items()),
    )
    numbers = {"ana": b"1", "bob": b"2", "cleo": b"3"}
    first = allocate(town, numbers)
    assert first.waiting == {"judo": ("bob", "cleo"), "dance": ("cleo",)}
    again = second_round(town, first, given_back={"ana": frozenset({"judo"})})
    assert [(p.application, p.offer) for p in allocate(again, numbers).places] == [
        ("ana", "dance"),
        ("bob", "judo"),
    ]
    stays = second_round(town, first, given_back={"ana": frozenset({"judo", "dance"})}, stay=frozenset({"bob"}))
    assert [(p.application, p.offer) for p in allocate(stays, numbers).places] == [("bob", "dance"), ("cleo", "judo")]


@pytest.mark.parametrize("series", range(3))
def test_who_confirmed_keeps_the_place_or_gets_a_better_wish(series):
    moved = 0
    for number in range(150):
        chance = Random(f"{series} {number}")
        town = make_town(chance, children=9, offers=5, bundles=True, siblings=True, hours=True, several=True)
        numbers = draw(chance, town)
        first = allocate(town, numbers)
        leaver = chance.choice(first.places or [None])
        if leaver is None:
            continue
        again = second_round(town, first, given_back={leaver.application: frozenset({leaver.offer})})
        check(again)
        second = allocate(again, numbers)
        for child in town.applications:
            if child.key != leaver.application:
                before, now = _ranks(first, child.key), _ranks(second, child.key)
                assert len(now) >= len(before)
                assert all(new <= old for new, old in zip(now, before, strict=False))
                moved += now != before
        seats = {offer.key: offer.seats for offer in town.offers}
        assert all(len(offer.served) <= seats[key] for key, offer in second.offers.items())
    assert moved > 20
