"""The real bids of students of a university, with few seats: from a file to a published file that is played again."""

from __future__ import annotations

import json

from preau.offer.allocation import Application, Draw, Offer, Problem, Rules, Span, Wish, publish, solve, verify
from preau.offer.allocation.draw import commit
from tests.offer.allocation import replay


def _problem(shared) -> Problem:
    """Seats are divided by twelve; what is at the same time shares a span; points order the wishes, none is no wish."""
    given = json.loads((shared / "data/preferences-affectation/ariel_5783_input.json").read_text())
    offers, spans = {}, {}
    for number, (one, others) in enumerate(sorted(given["item_conflicts"].items())):
        for each in (one, *others):
            spans.setdefault(each, set()).add(Span(str(1 + number % 7), 60 * number, 60 * number + 30))
    for key, seats in given["item_capacities"].items():
        offers[key] = Offer(key, max(1, seats // 12), tuple(sorted(spans.get(key, ()), key=lambda span: span.day)))
    applications = []
    for key, points in given["valuations"].items():
        liked = sorted((offer for offer in points if points[offer]), key=lambda offer: (-points[offer], offer))
        most = given["agent_capacities"][key]
        applications.append(Application(key, tuple(Wish((offer,)) for offer in liked if offer in offers), most=most))
    return Problem(Rules(), tuple(offers.values()), tuple(applications))


def test_real_wishes_from_end_to_end(shared):
    problem = _problem(shared)
    draw = Draw(commit("s" * 40), "s" * 40, "20261205")
    outcome = solve(problem, seed=draw.seed)
    text = publish(problem, draw, outcome)
    assert verify(text) == []
    assert list(replay.faults(text)) == []
    assert len(outcome.keys) == 26
    firsts = [place for place in outcome.places if place.turn == 1]
    assert len({place.application for place in firsts}) == len(firsts) >= 24
    wanted = [each for each in problem.applications if len(outcome.places_of(each.key)) < each.most]
    for child in wanted:
        for case in outcome.cases(child.key):
            if str(case.result) == "refused":
                offer = case.parts[0].offer
                assert len(offer.served) == offer.seats
