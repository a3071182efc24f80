"""How unequal a spread is: Lorenz, Gini, Theil, dissimilarity (brief i.3). Each is blind somewhere: read together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pairs import Floats, Wholes


@dataclass(frozen=True, slots=True)
class Lorenz:
    """From the worst served on: ``people`` and ``held`` (n + 1,), shares from 0 to 1 of children and of the offer."""

    people: Floats
    held: Floats

    @property
    def gini(self) -> float:
        """0 when everybody has the same, towards 1 when one has all. Sensitive to the middle, blind at both ends."""
        widths = np.diff(self.people)
        return float(1 - (widths * (self.held[1:] + self.held[:-1])).sum())

    def held_by(self, share: float) -> float:
        """The part of the offer that the worst served ``share`` of children have: 0.2 for « the last fifth »."""
        return float(np.interp(share, self.people, self.held))


def lorenz(values: Floats, people: Floats) -> Lorenz | None:
    """``values`` (n,): the offer for each child, 0 or more; ``people`` (n,). None when there is no offer, or nobody."""
    order = np.argsort(values, kind="stable")
    counted, offered = np.cumsum(people[order]), np.cumsum((values * people)[order])
    if not len(values) or not (counted[-1] > 0 and offered[-1] > 0):
        return None
    return Lorenz(np.append(0.0, counted / counted[-1]), np.append(0.0, offered / offered[-1]))


@dataclass(frozen=True, slots=True)
class Theil:
    """``between`` groups plus ``within`` them: is it a matter of neighbourhoods, or inside them? 0 is equal (nats)."""

    between: float
    within: float

    @property
    def whole(self) -> float:
        return self.between + self.within

    @property
    def share_between(self) -> float:
        return self.between / self.whole if self.whole > 0 else 0.0


def theil(values: Floats, people: Floats, groups: Wholes) -> Theil | None:
    """T = Σ p·(y/μ)·ln(y/μ), split by ``groups`` (n,), numbers from 0. None when there is no offer, or nobody."""
    total = float(people.sum())
    if not total > 0 or not (people @ values) > 0:
        return None
    size = int(groups.max()) + 1
    lived, had = np.bincount(groups, people, size), np.bincount(groups, people * values, size)
    own = np.divide(had, lived, out=np.zeros(size), where=lived > 0)
    mean = had.sum() / total
    between = float((lived / total) @ _entropy(own / mean))
    return Theil(between, float((people / total) @ _entropy(values / mean)) - between)


def _entropy(ratio: Floats) -> Floats:
    """x·ln x, 0 at 0."""
    return ratio * np.log(ratio, out=np.zeros(len(ratio)), where=ratio > 0)


def dissimilarity(users: Floats, residents: Floats) -> float | None:
    """½ Σ |u/U − r/R| over areas (a,): the part of users who would have to live elsewhere to be spread as residents.

    Biased upwards in small numbers. None when one of the two is nobody.
    """
    if not (users.sum() > 0 and residents.sum() > 0):
        return None
    return float(np.abs(users / users.sum() - residents / residents.sum()).sum() / 2)


def dissimilarity_by_chance(users: int, residents: Wholes, *, seed: int = 0, draws: int = 1_000) -> tuple[float, float]:
    """What the index is when users are drawn among residents whatever their area: its mean, and what 95 % stay under.

    Never 0: a gap of that size says nothing of the town. ``users`` is not more than Σ ``residents``.
    """
    drawn = np.random.default_rng(seed).multivariate_hypergeometric(residents, users, draws)
    found = np.abs(drawn / users - residents / residents.sum()).sum(axis=1) / 2
    return float(found.mean()), float(np.quantile(found, 0.95))
