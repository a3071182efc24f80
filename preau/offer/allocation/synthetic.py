"""A town that does not exist, to try rules before there are wishes: the same one for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .problem import Application, Offer, Problem, Reserve, Rules, Span, Wish

AREAS = ("centre", "gare", "hauts", "rives")
BANDS = ("q1", "q2", "q3", "q4", "q5")
"""Fifths of the family quotient, the lowest first."""
_HOURS = (540, 600, 660, 840, 900, 960, 1020)


@dataclass(frozen=True, slots=True)
class Population:
    """``groups``: by application, what a balance is told by; ``arrivals``: seconds after the opening, when first come,
    first served would have had their request."""

    problem: Problem
    groups: dict[str, dict[str, str]]
    arrivals: dict[str, int]


@dataclass(frozen=True, slots=True)
class Makeup:
    """Of a hundred children or families. ``places_for``: seats; ``second``: those who would take two activities."""

    places_for: int = 80
    new: int = 30
    resident: int = 90
    inclusion: int = 4
    second: int = 0


def make_population(
    seed: int, *, children: int, offers: int, places_for: int = 80, makeup: Makeup | None = None
) -> Population:
    """``places_for``: seats for a hundred children, unless ``makeup`` says all. Families with less, or new here, know
    later and ask for less."""
    of_100 = makeup or Makeup(places_for)
    chance = Random(seed)  # noqa: S311 (nothing is drawn here, a town is made up)
    seats = max(1, children * of_100.places_for // (100 * offers))
    all_offers = tuple(_offer(chance, number, seats) for number in range(offers))
    places = {offer.key: offer.place for offer in all_offers}
    weights = [chance.randint(1, 10) for _ in all_offers]
    applications: list[Application] = []
    groups: dict[str, dict[str, str]] = {}
    arrivals: dict[str, int] = {}
    while len(applications) < children:
        family, band, area = len(applications), chance.randrange(len(BANDS)), chance.choice(AREAS)
        is_new, size = chance.random() < of_100.new / 100, min(_size(chance), children - len(applications))
        arrival = int(chance.expovariate(1 / (600 * (1 + (4 - band) + 3 * is_new))))
        for _ in range(size):
            key = f"child-{len(applications):06}"
            wishes = _wishes(chance, all_offers, weights, 2 + band // 2 + (not is_new) * 2)
            facts = _facts(chance, band, of_100, is_new=is_new)
            near = tuple((each.offers[0], frozenset({"near"})) for each in wishes if places[each.offers[0]] == area)
            applications.append(
                Application(
                    key,
                    wishes,
                    frozenset(facts),
                    near,
                    group=f"family-{family:06}" if size > 1 else "",
                    together=size > 1,
                    most=2 if chance.random() < of_100.second / 100 else 1,
                )
            )
            groups[key] = {
                "area": area,
                "quotient": BANDS[band],
                "sex": chance.choice("fm"),
                "family": "new" if is_new else "known",
                "siblings": "yes" if size > 1 else "no",
                "inclusion": "yes" if "inclusion" in facts else "no",
            }
            arrivals[key] = arrival
    return Population(Problem(Rules(), all_offers, tuple(applications)), groups, arrivals)


def _size(chance: Random) -> int:
    return chance.choice((1, 1, 1, 2, 2, 3))


def _offer(chance: Random, number: int, seats: int) -> Offer:
    start = chance.choice(_HOURS)
    return Offer(
        f"offer-{number:04}",
        seats,
        (Span(str(chance.randint(1, 6)), start, start + 60),),
        chance.choice(AREAS),
        (Reserve("inclusion", max(1, seats // 12)),) if seats > 5 else (),
    )


def _wishes(chance: Random, offers: tuple[Offer, ...], weights: list[int], most: int) -> tuple[Wish, ...]:
    """Some offers are wanted by many."""
    asked = dict.fromkeys(offer.key for offer in chance.choices(offers, weights, k=most))
    return tuple(Wish((key,)) for key in asked)


def _facts(chance: Random, band: int, of_100: Makeup, *, is_new: bool) -> set[str]:
    facts = {"resident"} if chance.random() < of_100.resident / 100 else set()
    facts |= {"not_served_last_year"} if is_new or chance.random() < 0.3 else set()
    facts |= {"low_quotient"} if band == 0 else set()
    facts |= {"inclusion"} if chance.random() < of_100.inclusion / 100 else set()
    return facts
