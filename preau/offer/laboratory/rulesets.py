"""A set of rules to be tried, in the words of campaigns, and what it makes of a demand. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from preau.offer.allocation import Kind, Offer, Order, Problem, Reserve, Rules


@dataclass(frozen=True, slots=True)
class RuleSet:
    """``classes``: criteria of each class, first class first. ``reserve_for``: the criterion that ``reserve_percent``
    of the seats of each offer are for; ``keeps_reserves``: those of the offers themselves, as they were voted."""

    name: str
    classes: tuple[tuple[str, ...], ...] = ()
    first_activity_first: bool = True
    together: bool = True
    reserve_for: str = ""
    reserve_percent: int = 0
    reserve_order: str = "after"
    keeps_reserves: bool = False

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "classes": [sorted(needed) for needed in self.classes]}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> RuleSet:
        return cls(**{**kept, "classes": tuple(tuple(sorted(needed)) for needed in kept["classes"])})

    @property
    def criteria(self) -> frozenset[str]:
        return frozenset(code for needed in self.classes for code in needed) | (
            {self.reserve_for} if self.reserve_for else frozenset()
        )

    def applied_to(self, problem: Problem) -> Problem:
        applications = problem.applications
        if not self.together:
            applications = tuple(replace(each, together=False) for each in applications)
        rules = Rules(self.classes, self.first_activity_first, problem.rules.travel, problem.rules.travel_minutes)
        return Problem(rules, tuple(self._offer(each) for each in problem.offers), applications)

    def _offer(self, offer: Offer) -> Offer:
        if self.keeps_reserves:
            return offer
        seats = offer.seats * self.reserve_percent // 100 if self.reserve_for else 0
        own = (Reserve(self.reserve_for, seats, Kind.SOFT, Order(self.reserve_order)),) if seats else ()
        return replace(offer, reserves=own)
