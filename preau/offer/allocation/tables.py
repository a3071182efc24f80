"""A problem as numbers. Children are numbered by the draw, so that a smaller number is always a better one;
``priority = class × children + number``: one integer says who comes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import draw
from .clashes import clashes
from .problem import Application, Kind, Offer, Order, Problem, Reserve


@dataclass(slots=True)
class Slot:
    """Seats filled together. ``bit``: the criterion, 0 when open to all; ``reserve``: its place in the offer."""

    seats: int
    bit: int
    is_hard: bool = False
    reserve: int = -1


@dataclass(frozen=True, slots=True)
class Bundle:
    offers: tuple[int, ...]
    is_whole: bool


def offers_of(wish: int | Bundle) -> tuple[int, ...]:
    return wish.offers if isinstance(wish, Bundle) else (wish,)


@dataclass(slots=True)
class Tables:
    """``wishes[child]``: an offer, or a bundle, per rank. ``slots[offer]``: in the order in which seats are filled."""

    applications: list[Application]
    offers: list[Offer]
    wishes: list[list[int | Bundle]]
    classes: list[int]
    classes_at: dict[tuple[int, int], int]
    facts: list[int]
    facts_at: dict[tuple[int, int], int]
    slots: list[list[Slot]]
    clashes: list[frozenset[int]]
    most: list[int]
    groups: list[tuple[int, ...]]
    """Siblings who ask to be together, two at least."""
    bits: dict[str, int]
    index: dict[str, int]
    class_count: int
    priorities: list[int]
    """By child, where it holds no criterion of one offer only."""

    def priority(self, child: int, offer: int) -> int:
        if self.classes_at and (child, offer) in self.classes_at:
            return self.classes_at[child, offer] * len(self.applications) + child
        return self.priorities[child]

    def class_of(self, child: int, offer: int) -> int:
        if self.classes_at:
            return self.classes_at.get((child, offer), self.classes[child])
        return self.classes[child]

    def held(self, child: int, offer: int) -> int:
        """The criteria that a child holds at an offer, as bits."""
        if self.facts_at:
            return self.facts_at.get((child, offer), self.facts[child])
        return self.facts[child]


def number_children(problem: Problem, numbers: Mapping[str, bytes]) -> list[Application]:
    """The order of the draw. Siblings who ask to be together draw once, then among themselves."""
    return sorted(
        problem.applications,
        key=lambda child: (numbers[drawn_by(child)], numbers[child.key], child.key),
    )


def drawn_by(child: Application) -> str:
    return child.group if child.group and child.together else child.key


def draw_numbers(problem: Problem, seed: bytes) -> dict[str, bytes]:
    keys = {child.key for child in problem.applications} | {drawn_by(child) for child in problem.applications}
    return {key: draw.number(seed, key) for key in keys}


def tabulate(problem: Problem, numbers: Mapping[str, bytes]) -> Tables:
    """The same tables whatever the order of offers and applications."""
    rules, children = problem.rules, number_children(problem, numbers)
    offers = sorted(problem.offers, key=lambda offer: offer.key)
    index = {offer.key: number for number, offer in enumerate(offers)}
    bits = _bits(problem)
    classes = [_mask(needed, bits) for needed in rules.classes]
    facts = [_mask(child.facts, bits) for child in children]
    facts_at = {
        (number, index[offer]): facts[number] | _mask(here, bits)
        for number, child in enumerate(children)
        for offer, here in child.facts_at
    }
    own = [_class(held, classes) for held in facts]
    return Tables(
        applications=children,
        offers=offers,
        wishes=[_wishes(child, index) for child in children],
        classes=own,
        classes_at={pair: _class(held, classes) for pair, held in facts_at.items()},
        facts=facts,
        facts_at=facts_at,
        slots=[_slots(offer, bits) for offer in offers],
        clashes=clashes(offers, rules),
        most=[child.most for child in children],
        groups=_groups(children),
        bits=bits,
        index=index,
        class_count=len(classes) + 1,
        priorities=[place * len(children) + number for number, place in enumerate(own)],
    )


def _bits(problem: Problem) -> dict[str, int]:
    named = {name for needed in problem.rules.classes for name in needed}
    named |= {reserve.criterion for offer in problem.offers for reserve in offer.reserves}
    return {name: 1 << place for place, name in enumerate(sorted(named))}


def _mask(names: frozenset[str] | tuple[str, ...], bits: dict[str, int]) -> int:
    return sum(bits.get(name, 0) for name in frozenset(names))


def _class(held: int, classes: list[int]) -> int:
    return next((place for place, needed in enumerate(classes) if held & needed == needed), len(classes))


def _wishes(child: Application, index: dict[str, int]) -> list[int | Bundle]:
    return [
        index[wish.offers[0]]
        if len(wish.offers) == 1
        else Bundle(tuple(sorted(index[offer] for offer in wish.offers)), not wish.part_is_fine)
        for wish in child.wishes
    ]


def _slots(offer: Offer, bits: dict[str, int]) -> list[Slot]:
    before: list[Slot] = []
    after: list[Slot] = []
    for place, reserve in enumerate(offer.reserves):
        first = _first_half(reserve)
        for seats, side in ((first, before), (reserve.seats - first, after)):
            if seats:
                side.append(Slot(seats, bits[reserve.criterion], reserve.kind == Kind.HARD, place))
    reserved = sum(reserve.seats for reserve in offer.reserves)
    return [*before, Slot(offer.seats - reserved, 0), *after]


def _first_half(reserve: Reserve) -> int:
    """Of the seats of a reserve, those filled before the open ones."""
    return {Order.BEFORE: reserve.seats, Order.AFTER: 0, Order.BOTH: (reserve.seats + 1) // 2}[reserve.order]


def _groups(children: list[Application]) -> list[tuple[int, ...]]:
    groups: dict[str, list[int]] = {}
    for number, child in enumerate(children):
        if child.group and child.together:
            groups.setdefault(child.group, []).append(number)
    return [tuple(group) for group in groups.values() if len(group) > 1]
