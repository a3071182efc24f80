"""The outcome of a town with everything on, kept by its fingerprint: the engine may get faster, never different."""

from __future__ import annotations

from random import Random

import pytest

from preau.offer.allocation import Application, Kind, Offer, Order, Problem, Reserve, Rules, Span, Wish, solve
from preau.offer.allocation.writing import outcome_json, sha256, text_of

_FIRST = "ae98f0fdfe395047cd9c576a92b4e7ac6e8adfa7a3b720204596c78aace199b7"
_NOT_FIRST = "3f4807c0b638db7124670c8a139003b426c75f1f845860063134490dc8a76505"


def make_town(size: int) -> tuple[tuple[Offer, ...], tuple[Application, ...]]:
    """Reserves of every kind, siblings, bundles, hours that clash, criteria of one place, places kept from before."""
    chance, count = Random(5), size // 30
    kinds = [(kind, order) for kind in Kind for order in Order]
    offers = tuple(
        Offer(
            f"o{n}",
            24,
            (Span(str(1 + n % 6), 540 + n // 6 % 9 * 60, 600 + n // 6 % 9 * 60),),
            f"p{n % 20}",
            (Reserve("inclusion", 2, *kinds[n % 6]), Reserve("not_served_last_year", 4)),
            f"b{n // 2}" if n % 4 < 2 else "",
        )
        for n in range(count)
    )
    applications: list[Application] = []
    shared: list[Wish] = []
    while len(applications) < size:
        brothers = min(chance.choice((1, 1, 1, 2, 3)), size - len(applications))
        group = f"g{len(applications)}" if brothers > 1 else ""
        together = bool(group) and chance.random() < 0.8
        for place in range(brothers):
            own = [Wish((f"o{each}",)) for each in chance.sample(range(count), chance.randint(1, 8))]
            if chance.random() < 0.2:
                first = chance.randrange(count - 1)
                own[0] = Wish((f"o{first}", f"o{first + 1}"), chance.random() < 0.5)
            if place:
                own = [*shared, *(wish for wish in own if wish not in shared)]
            shared = own[:3]
            facts = {name for name in ("resident", "not_served_last_year") if chance.random() < 0.5}
            facts |= {"inclusion"} if chance.random() < 0.06 else set()
            near = tuple(
                (wish.offers[0], frozenset({"near"})) for wish in own if len(wish.offers) == 1 and chance.random() < 0.2
            )
            confirmed = own[-1].offers if len(own[-1].offers) == 1 and chance.random() < 0.02 else ()
            applications.append(
                Application(
                    f"a{len(applications)}",
                    tuple(own),
                    frozenset(facts),
                    tuple(dict(near).items()),
                    group,
                    together,
                    chance.choice((1, 1, 2, 3)),
                    confirmed,
                )
            )
    return offers, tuple(applications)


@pytest.mark.parametrize(("first_activity_first", "kept"), [(True, _FIRST), (False, _NOT_FIRST)])
def test_the_outcome_of_a_whole_town_is_what_it_was(first_activity_first, kept):
    classes = (("not_served_last_year", "near"), ("near",), ("resident", "not_served_last_year"), ("resident",))
    rules = Rules(classes, first_activity_first, (("p1", "p2", 25),), 10)
    outcome = solve(Problem(rules, *make_town(2_000)), seed=b"unchanged")
    assert sha256(text_of(outcome_json(outcome))) == kept
