"""Small towns made at random, and a reading of their rules written as they are voted: slow, and by another hand."""

from __future__ import annotations

from itertools import permutations
from random import Random

from preau.offer.allocation import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish
from preau.offer.allocation.allocating import Outcome, solve_drawn
from preau.offer.allocation.clashes import overlap

CLASSES = (("resident", "sibling_there"), ("resident",))
HOURS = (("3", 540, 600), ("3", 570, 660), ("3", 660, 720), ("5", 1020, 1080))


def make_town(
    chance: Random, *, children: int = 5, offers: int = 3, reserves: bool = True, local: bool = True, **more: bool
) -> Problem:
    """``more``: bundles, siblings, hours, several."""
    rules = Rules(CLASSES, first_activity_first=not more.get("at_once", False))
    all_offers = [_offer(chance, f"o{number}", reserves, more.get("hours", False)) for number in range(offers)]
    return Problem(
        rules,
        tuple(all_offers),
        tuple(_child(chance, f"c{number}", all_offers, local, more) for number in range(children)),
    )


def _offer(chance: Random, key: str, reserves: bool, hours: bool) -> Offer:
    seats = chance.randint(0, 3)
    kept: list[Reserve] = []
    while reserves and chance.random() < 0.5:
        left = seats - sum(reserve.seats for reserve in kept)
        kept.append(
            Reserve(
                chance.choice(["near", "inclusion", "resident"]),
                chance.randint(0, left),
                chance.choice(list(Kind)),
                chance.choice(list(Order)),
            )
        )
    spans = (Span(*chance.choice(HOURS)),) if hours else ()
    return Offer(key, seats, spans, reserves=tuple(kept), beside=chance.choice(["", "", "side"]))


def _child(chance: Random, key: str, all_offers: list[Offer], local: bool, more: dict[str, bool]) -> Application:
    offers = [offer.key for offer in all_offers]
    wishes = [Wish((offer,)) for offer in chance.sample(offers, chance.randint(1, len(offers)))]
    one, other = chance.choice(all_offers), chance.choice(all_offers)
    if more.get("bundles") and chance.random() < 0.6 and one is not other and not overlap(one, other, Rules()):
        wishes.insert(chance.randrange(len(wishes) + 1), Wish((one.key, other.key), chance.random() < 0.4))
    is_sibling = more.get("siblings", False) and chance.random() < 0.6
    return Application(
        key,
        tuple(wishes),
        frozenset(name for name in ("resident", "near", "inclusion") if chance.random() < 0.4),
        tuple((offer, frozenset({"sibling_there"})) for offer in offers if local and chance.random() < 0.25),
        group=f"g{chance.randrange(2)}" if is_sibling else "",
        together=is_sibling,
        most=chance.randint(1, 3) if more.get("several") else 1,
    )


def draw(chance: Random, problem: Problem) -> dict[str, bytes]:
    keys = sorted({each.key for each in problem.applications} | {each.group for each in problem.applications} - {""})
    numbers = list(range(len(keys)))
    chance.shuffle(numbers)
    return {key: bytes([number]) for key, number in zip(keys, numbers, strict=True)}


def allocate(problem: Problem, numbers: dict[str, bytes]) -> Outcome:
    return solve_drawn(problem, numbers)


class Voted:
    """The rules as a council reads them."""

    def __init__(self, problem: Problem, numbers: dict[str, bytes]) -> None:
        self.problem, self.numbers = problem, numbers
        self.offers = {offer.key: offer for offer in problem.offers}
        self.children = {child.key: child for child in problem.applications}

    def facts(self, child: str, offer: str) -> frozenset[str]:
        return self.children[child].facts | dict(self.children[child].facts_at).get(offer, frozenset())

    def order(self, child: str, offer: str) -> tuple[int, bytes, bytes, str]:
        held, own = self.facts(child, offer), self.children[child]
        classes = self.problem.rules.classes
        place = next((place for place, needed in enumerate(classes) if set(needed) <= held), len(classes))
        shared = own.group if own.group and own.together else child
        return place, self.numbers[shared], self.numbers[child], child

    def choose(self, offer: str, children: set[str]) -> set[str]:
        """Who of these the offer seats."""
        line, chosen, left = sorted(children, key=lambda child: self.order(child, offer)), [], 0
        terms = self.offers[offer]

        def seat(seats: int, criterion: str | None) -> int:
            for child in line:
                if seats and child not in chosen and (criterion is None or criterion in self.facts(child, offer)):
                    chosen.append(child)
                    seats -= 1
            return seats

        for side in (Order.BEFORE, None, Order.AFTER):
            if side is None:
                seat(terms.seats - sum(reserve.seats for reserve in terms.reserves), None)
                continue
            for reserve in terms.reserves:
                half = (reserve.seats + 1) // 2
                both = half if side is Order.BEFORE else reserve.seats - half
                seats = both if reserve.order is Order.BOTH else reserve.seats * (reserve.order is side)
                unused = seat(seats, reserve.criterion)
                left += unused if reserve.kind is Kind.SOFT else 0
        seat(left, None)
        return set(chosen)

    def is_stable(self, given: dict[str, str | None]) -> bool:
        """Nobody would be taken by an offer that they prefer; nobody sits where the rules do not seat them."""
        seated = {offer: {child for child, got in given.items() if got == offer} for offer in self.offers}
        if any(self.choose(offer, children) != children for offer, children in seated.items()):
            return False
        return not any(
            child in self.choose(offer, seated[offer] | {child})
            for child, got in given.items()
            for offer in self.preferred(child, got)
        )

    def preferred(self, child: str, got: str | None) -> list[str]:
        wishes = [wish.offers[0] for wish in self.children[child].wishes]
        return wishes[: wishes.index(got)] if got else wishes


def given(outcome: Outcome) -> dict[str, str | None]:
    found: dict[str, str | None] = dict.fromkeys(outcome.keys)
    return found | {place.application: place.offer for place in outcome.places}


def every_list(offers: list[str]) -> list[tuple[Wish, ...]]:
    """Everything that a family could write."""
    return [
        tuple(Wish((offer,)) for offer in some)
        for length in range(len(offers) + 1)
        for some in permutations(offers, length)
    ]
