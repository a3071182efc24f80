"""Bundles, siblings, hours and several places: where no theory promises everything, what is documented is what is done."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from preau.offer.allocation import Application, Offer, Problem, Result, Rules, Span, Wish
from preau.offer.allocation.clashes import overlap
from tests.offer.allocation.towns import Voted, allocate, draw, given, make_town

MONDAY, THURSDAY = Offer("monday", 1, (Span("1", 1020, 1080),)), Offer("thursday", 1, (Span("4", 1020, 1080),))


def _child(key: str, *wishes: str, **more) -> Application:
    """« monday+thursday » is a bundle, « monday/thursday » one that may be cut."""
    read = [Wish(tuple(wish.replace("/", "+").split("+")), "/" in wish) for wish in wishes]
    return Application(key, tuple(read), **more)


def _allocate(*applications: Application, offers=(MONDAY, THURSDAY), rules: Rules | None = None, first: str = ""):
    """Drawn in the order given."""
    town = Problem(rules or Rules(), tuple(offers), applications)
    keys = [each.key for each in applications] + [each.group for each in applications if each.group]
    return allocate(town, {key: bytes([place]) for place, key in enumerate(dict.fromkeys(keys))})


def _got(outcome) -> dict[str, set[str]]:
    return {key: {place.offer for place in outcome.places_of(key)} for key in outcome.keys}


def test_a_bundle_is_given_whole_or_not_at_all():
    outcome = _allocate(_child("ana", "thursday"), _child("bob", "monday+thursday"), _child("cleo", "monday"))
    assert _got(outcome) == {"ana": {"thursday"}, "bob": set(), "cleo": {"monday"}}
    (case,) = outcome.cases("bob")
    assert [str(part.reason) for part in case.parts] == ["other_part", "draw"]
    assert case.parts[0].would_change == ("part",)


def test_a_bundle_that_may_be_cut_is_given_in_part():
    outcome = _allocate(_child("ana", "thursday"), _child("bob", "monday/thursday"), _child("cleo", "monday"))
    assert _got(outcome) == {"ana": {"thursday"}, "bob": {"monday"}, "cleo": set()}
    assert outcome.cases("bob")[0].result is Result.IN_PART
    assert outcome.offers["thursday"].waiting == ("bob",)


def test_siblings_are_together_at_their_best_common_wish():
    offers = (Offer("judo", 1), Offer("dance", 2), Offer("chess", 5))
    outcome = _allocate(
        _child("ana", "judo", "dance", group="g", together=True),
        _child("bob", "judo", "dance", "chess", group="g", together=True),
        offers=offers,
    )
    assert _got(outcome) == {"ana": {"dance"}, "bob": {"dance"}}
    assert str(outcome.cases("ana")[0].reason) == "other_part"


def test_siblings_who_cannot_be_together_ask_apart():
    offers = (Offer("judo", 1), Offer("chess", 1))
    outcome = _allocate(
        _child("ana", "judo", group="g", together=True),
        _child("bob", "judo", "chess", group="g", together=True),
        offers=offers,
    )
    assert _got(outcome) == {"ana": {"judo"}, "bob": {"chess"}}


def test_siblings_of_two_ages_are_together_side_by_side():
    offers = (Offer("judo-6", 1, beside="judo"), Offer("judo-9", 1, beside="judo"), Offer("chess", 5))
    outcome = _allocate(
        _child("ana", "chess", "judo-6", group="g", together=True),
        _child("bob", "judo-9", group="g", together=True),
        offers=offers,
    )
    assert _got(outcome) == {"ana": {"judo-6"}, "bob": {"judo-9"}}
    assert str(outcome.cases("ana")[0].reason) == "together"


def test_siblings_draw_once():
    outcome = _allocate(
        _child("ana", "monday", group="g", together=True),
        _child("cleo", "monday"),
        _child("bob", "monday", group="g", together=True),
    )
    assert abs(outcome.number("ana") - outcome.number("bob")) == 1


def test_nobody_has_a_second_place_before_each_had_the_chance_of_a_first():
    offers = (Offer("judo", 1), Offer("dance", 1))
    applications = _child("ana", "judo", "dance", most=2), _child("bob", "dance")
    assert _got(_allocate(*applications, offers=offers)) == {"ana": {"judo"}, "bob": {"dance"}}
    at_once = Rules(first_activity_first=False)
    assert _got(_allocate(*applications, offers=offers, rules=at_once)) == {"ana": {"judo", "dance"}, "bob": set()}


def test_a_second_place_refused_for_a_first_activity_says_so():
    offers = (Offer("judo", 1), Offer("dance", 1))
    outcome = _allocate(_child("ana", "judo", "dance", most=2), _child("bob", "dance"), offers=offers)
    assert str(outcome.cases("ana")[1].reason) == "first_activity"


def test_in_turns_a_family_can_gain_by_asking_for_what_is_wanted_most_first():
    """The price of « first activities first », told in decision 0025: here ana has both by asking for dance first."""
    offers = (Offer("judo", 2), Offer("dance", 1))
    others = (_child("bob", "dance"),)
    sincere = _allocate(_child("ana", "judo", "dance", most=2), *others, offers=offers)
    clever = _allocate(_child("ana", "dance", "judo", most=2), *others, offers=offers)
    assert (_got(sincere)["ana"], _got(clever)["ana"]) == ({"judo"}, {"judo", "dance"})


def test_nobody_is_at_two_places_at_once():
    near = (Offer("judo", 1, (Span("3", 540, 600),), "hall"), Offer("dance", 1, (Span("3", 605, 660),), "pool"))
    child = _child("ana", "judo", "dance", most=2)
    assert _got(_allocate(child, offers=near)) == {"ana": {"judo", "dance"}}
    walk = Rules(travel=(("pool", "hall", 15),))
    outcome = _allocate(child, offers=near, rules=walk)
    assert _got(outcome) == {"ana": {"judo"}}
    assert (str(outcome.cases("ana")[1].reason), outcome.cases("ana")[1].at_odds) == ("same_time", ("judo",))


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("series", range(4))
def test_what_always_holds(series, at_once):
    """Bundles whole, hours and seats kept, no more places than asked for; whoever has nothing would be taken nowhere,
    or ``unsettled`` says so."""
    for number in range(120):
        chance = Random(f"{series} {number}")
        more = {"bundles": True, "siblings": True, "hours": True, "several": True, "at_once": at_once}
        town = make_town(chance, children=9, offers=5, **more)
        numbers = draw(chance, town)
        voted, outcome = Voted(town, numbers), allocate(town, numbers)
        seats = Counter(place.offer for place in outcome.places)
        assert all(seats[offer.key] <= offer.seats for offer in town.offers)
        for child in town.applications:
            places = outcome.places_of(child.key)
            ranks = {place.rank for place in places}
            assert len(ranks) <= child.most
            for rank in ranks:
                wish = child.wishes[rank - 1]
                got = {place.offer for place in places if place.rank == rank}
                assert got == set(wish.offers) or (wish.part_is_fine and got < set(wish.offers))
            offers = [voted.offers[place.offer] for place in places]
            for one in offers:
                assert not any(overlap(one, other, town.rules) for other in offers if other is not one)
        _who_has_nothing_would_be_taken_nowhere(town, voted, outcome)


def _who_has_nothing_would_be_taken_nowhere(town: Problem, voted: Voted, outcome) -> None:
    served = {key: set(offer.served) for key, offer in outcome.offers.items()}
    for child in town.applications:
        places = outcome.places_of(child.key)
        if places or child.group:
            continue
        for rank, wish in enumerate(child.wishes, 1):
            (offer,) = wish.offers if len(wish.offers) == 1 else (None,)
            if offer and ((child.key, rank),) not in outcome.unsettled:
                assert child.key not in voted.choose(offer, served[offer] | {child.key})


def test_who_asks_for_one_single_offer_at_most_never_envies_anybody():
    """With bundles and siblings around."""
    for number in range(300):
        chance = Random(f"envy {number}")
        town = make_town(chance, children=9, offers=4, bundles=True, siblings=True)
        numbers = draw(chance, town)
        voted, outcome = Voted(town, numbers), allocate(town, numbers)
        got, served = given(outcome), {key: set(offer.served) for key, offer in outcome.offers.items()}
        for child in town.applications:
            if child.group or any(len(wish.offers) > 1 for wish in child.wishes):
                continue
            for offer in voted.preferred(child.key, got[child.key]):
                assert child.key not in voted.choose(offer, served[offer] | {child.key})


def test_a_bundle_left_open_is_always_told():
    """No bundle that would fit better stays unless ``unsettled`` names it; and it is rare."""
    told = 0
    for number in range(600):
        chance = Random(f"bundles {number}")
        town = make_town(chance, children=9, offers=4, bundles=True)
        numbers = draw(chance, town)
        voted, outcome = Voted(town, numbers), allocate(town, numbers)
        unsettled = {wish for row in outcome.unsettled for wish in row}
        told += bool(unsettled)
        for child in town.applications:
            places = outcome.places_of(child.key)
            best = min((place.rank for place in places), default=len(child.wishes) + 1)
            for rank, wish in enumerate(child.wishes[: best - 1], 1):
                held = {place.offer for place in places}
                fits = all(
                    child.key in voted.choose(offer, set(outcome.offers[offer].served) | {child.key})
                    for offer in wish.offers
                    if offer not in held
                )
                fits = fits and not wish.part_is_fine
                assert not fits or (child.key, rank) in unsettled, (number, child, rank)
    assert told < 30


def test_a_town_where_nothing_is_settled_for_everybody():
    """Pair would take ana's judo; ana then takes dance from pair, who gives judo back; ana returns to judo; dance has
    room again for pair… Whatever is given, somebody could ask for more: the outcome says who."""
    here = (("judo", frozenset({"near"})),)
    outcome = _allocate(
        _child("ana", "judo", "dance"),
        _child("bob", "dance", "judo", facts_at=here),
        _child("pair", "judo+dance", "dance", facts_at=here),
        offers=(Offer("judo", 1), Offer("dance", 2)),
        rules=Rules((("near",),)),
    )
    assert _got(outcome) == {"ana": {"judo"}, "bob": {"dance"}, "pair": {"dance"}}
    assert outcome.unsettled == ((("pair", 1),),)
