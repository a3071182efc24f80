"""What a family reads: the figures of its own case, and what in the rules would have changed it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from preau.offer.allocation import Application, CutOff, Offer, Problem, Reason, Reserve, Result, Rules, Wish
from preau.offer.allocation.plain import place
from tests.offer.allocation.towns import Voted, allocate, draw, given, make_town


def _judo(*counts: int) -> tuple[Problem, dict[str, bytes]]:
    """24 places; so many children of each class, drawn in the order of their numbers."""
    facts = [frozenset({"resident", "sibling_there"}), frozenset({"resident"}), frozenset()]
    children = [
        Application(f"{'abc'[each]}{n:02}", (Wish(("judo",)),), facts[each])
        for each, count in enumerate(counts)
        for n in range(count)
    ]
    rules = Rules((("resident", "sibling_there"), ("resident",)))
    return Problem(rules, (Offer("judo", 24),), tuple(children)), {c.key: c.key[1:].encode() for c in children}


def test_the_letter_of_a_child_refused_by_the_draw():
    """« 24 places, 41 requests; class B; all of class A (9) and 15 of the 22 of class B; number 18 of 22; rank 3. »"""
    outcome = allocate(*_judo(9, 22, 10))
    (case,) = outcome.cases("b17")
    (part,) = case.parts
    assert (case.result, case.reason, case.rank) == (Result.REFUSED, Reason.DRAW, 1)
    assert (part.offer.seats, part.offer.asked) == (24, 41)
    assert [(count.asked, count.served) for count in part.offer.classes] == [(9, 9), (22, 15), (10, 0)]
    assert (part.priority_class, part.line, part.of, part.waiting_rank) == (2, 18, 22, 3)
    assert part.offer.cut_off == CutOff(2, outcome.number("b14"))
    assert part.would_change == ("draw", "class:sibling_there", "seats:3")


def test_the_letter_of_a_child_refused_by_its_class():
    outcome = allocate(*_judo(9, 22, 10))
    (part,) = outcome.cases("c00")[0].parts
    assert part.reason is Reason.CLASS
    assert part.would_change == ("class:resident+sibling_there", "class:resident", "seats:8")
    (part,) = outcome.cases("c09")[0].parts
    assert part.would_change == ("class:resident+sibling_there", "class:resident", "seats:17")


def test_a_wish_below_the_one_granted_was_not_needed():
    town = Problem(
        Rules(), (Offer("judo", 1), Offer("dance", 1)), (Application("a", (Wish(("judo",)), Wish(("dance",)))),)
    )
    granted, other = allocate(town, {"a": b""}).cases("a")
    assert (granted.result, granted.reason, granted.turn) == (Result.GRANTED, Reason.OPEN_SEAT, 1)
    assert (other.result, other.reason) == (Result.NOT_NEEDED, Reason.BETTER_WISH)


def test_the_letter_says_which_reserved_seat_it_was_and_never_that_one_should_earn_less():
    offers = (Offer("judo", 2, reserves=(Reserve("low_quotient", 1),)),)
    children = [
        Application(key, (Wish(("judo",)),), frozenset({"low_quotient"}) if key == "d" else frozenset())
        for key in "abcd"
    ]
    rules = Rules((("low_quotient", "resident"), ("resident",)))
    outcome = allocate(Problem(rules, offers, tuple(children)), {key: key.encode() for key in "abcd"})
    assert outcome.cases("d")[0].parts[0].reserve == "low_quotient"
    assert outcome.cases("d")[0].reason is Reason.RESERVED_SEAT
    assert outcome.cases("b")[0].parts[0].would_change == ("draw", "class:resident", "seats:1")
    assert outcome.offers["judo"].reserved == (1,)


@pytest.mark.parametrize(("seats", "kind", "reason"), [(0, "soft", "no_seats"), (1, "hard", "only_reserved")])
def test_a_refusal_without_anybody_before_has_its_own_reason(seats, kind, reason):
    reserves = (Reserve("inclusion", seats, kind),) if seats else ()
    town = Problem(Rules(), (Offer("judo", seats, reserves=reserves),), (Application("a", (Wish(("judo",)),)),))
    assert str(allocate(town, {"a": b""}).cases("a")[0].reason) == reason


def test_what_would_have_changed_the_result_does():
    """The missing criteria are given, everything else stays: the child is served there, or better."""
    tried = 0
    for number in range(200):
        chance = Random(f"change {number}")
        town = make_town(chance, children=8, offers=2, reserves=False, local=False)
        numbers = draw(chance, town)
        voted, outcome = Voted(town, numbers), allocate(town, numbers)
        for index, child in enumerate(town.applications):
            for case in outcome.cases(child.key):
                for change in case.parts[0].would_change:
                    if change.startswith("class:"):
                        offer = case.parts[0].offer.key
                        here = ((offer, frozenset(change.removeprefix("class:").split("+"))),)
                        applications = list(town.applications)
                        applications[index] = replace(child, facts_at=here)
                        got = given(allocate(replace(town, applications=tuple(applications)), numbers))[child.key]
                        assert got == offer or got in voted.preferred(child.key, offer)
                        tried += 1
    assert tried > 100


def test_arrays_give_the_same_places():
    for number in range(60):
        chance = Random(f"arrays {number}")
        town = make_town(chance, children=40, offers=8, reserves=False, local=False)
        numbers = draw(chance, town)
        outcome = allocate(town, numbers)
        line = sorted(town.applications, key=lambda child: outcome.number(child.key))
        wishes = np.full((40, 8), -1, np.int32)
        for row, child in enumerate(line):
            wishes[row, : len(child.wishes)] = [int(wish.offers[0][1:]) for wish in child.wishes]
        classes = np.array([Voted(town, numbers).order(child.key, "o0")[0] for child in line])
        for few in (0, 10**9):
            ranks = place(wishes, np.array([offer.seats for offer in town.offers]), classes, few=few)
            for child, rank in zip(line, ranks.tolist(), strict=True):
                got = child.wishes[rank].offers[0] if rank < len(child.wishes) else None
                assert got == given(outcome)[child.key]
