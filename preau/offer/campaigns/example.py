"""A small town of five children and three places, played by the engine itself: the method on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from preau.offer import allocation as engine

_SECRET, _NUMBER = "un exemple", "4 8 15 16 23 42"
_CHILDREN = (("Ana", ("near",)), ("Bilal", ()), ("Chloé", ()), ("Dina", ("near",)), ("Éloi", ()))


@dataclass(frozen=True, slots=True)
class Played:
    """``number``: drawn, from 1. ``got``: the wish that was granted, or nothing; ``waiting``: rank on the judo list."""

    name: str
    is_near: bool
    number: int
    got: str
    waiting: int


def played() -> list[Played]:
    """Two places of judo asked first by all, one of pottery asked second; who lives near comes first. By number."""
    problem = engine.Problem(
        engine.Rules(classes=(("near",),)),
        (engine.Offer("judo", 2), engine.Offer("poterie", 1)),
        tuple(
            engine.Application(name, (engine.Wish(("judo",)), engine.Wish(("poterie",))), frozenset(facts))
            for name, facts in _CHILDREN
        ),
    )
    draw = engine.Draw("", _SECRET, _NUMBER)
    outcome = engine.solve(problem, seed=draw.seed)
    got = {place.application: place.offer for place in outcome.places}
    waiting = outcome.offers["judo"].waiting
    rows = [
        Played(
            name,
            bool(facts),
            outcome.cases(name)[0].number,
            got.get(name, ""),
            waiting.index(name) + 1 if name in waiting else 0,
        )
        for name, facts in _CHILDREN
    ]
    return sorted(rows, key=lambda each: each.number)
