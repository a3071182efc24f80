"""The second round: the same children, the same draw, without the places that families gave back.

It is the same problem solved again, so everybody who waits may move up; who confirmed a place keeps it, or gets a wish
they prefer. A family that wants to stay where it is takes the wishes above off its list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .allocating import Outcome
from .problem import Application, Problem


def second_round(
    problem: Problem, outcome: Outcome, *, given_back: Mapping[str, frozenset[str]], stay: frozenset[str] = frozenset()
) -> Problem:
    """``given_back``: by application, the offers that the family does not want any more; ``stay``: applications that
    keep what they have and ask for nothing better."""
    return replace(
        problem,
        applications=tuple(
            _again(each, outcome, given_back.get(each.key, frozenset()), each.key in stay)
            for each in problem.applications
        ),
    )


def _again(application: Application, outcome: Outcome, gone: frozenset[str], stays: bool) -> Application:
    places = [place for place in outcome.places_of(application.key) if place.offer not in gone]
    confirmed = tuple(sorted(place.offer for place in places))
    wishes = tuple(wish for wish in application.wishes if gone.isdisjoint(wish.offers))
    if stays:
        kept = {place.rank for place in places}
        wishes = tuple(
            wish for rank, wish in enumerate(application.wishes, 1) if rank in kept and gone.isdisjoint(wish.offers)
        )
    held = {offer for wish in wishes for offer in wish.offers}
    return replace(application, wishes=wishes, confirmed=tuple(offer for offer in confirmed if offer in held))
