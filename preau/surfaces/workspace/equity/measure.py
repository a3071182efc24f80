"""The town measured: what children reach at that moment, by square, by quarter, as a whole; and what a move changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from preau.observatory.equity.rules.areas import means, middle, sums
from preau.observatory.equity.rules.deserts import WhiteRule
from preau.observatory.equity.rules.inequality import Lorenz, Theil, lorenz, theil
from preau.observatory.equity.rules.pairs import Flags, Floats, Pairs, Wholes
from preau.observatory.equity.rules.reach import Reach, Seen
from preau.observatory.equity.rules.travel import Gait, travel
from preau.offer.finding.entries import Place
from preau.surfaces.workspace.equity.obstacles import Obstacles
from preau.surfaces.workspace.equity.offers import SEATS, Offer, Offered
from preau.surfaces.workspace.equity.question import Question
from preau.surfaces.workspace.equity.town import Squares

FARTHEST = 60.0
"""Minutes beyond which nobody counts: « plus d’une heure » says enough."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """``near``: children who have something near; ``minutes``: the median to the nearest; ``seats``: within reach for
    100 children (E2SFCA); ``week``: seats × hours of a week that take place there, for 100 children. None for nobody.
    """

    name: str
    children: int
    near: int
    minutes: float
    seats: float
    week: float | None
    white_children: int
    is_told: bool
    """Whether there are children enough for a percentage."""

    @property
    def share(self) -> float:
        return self.near / self.children


class Measured:
    """Squares and sessions together, under one question."""

    def __init__(
        self, squares: Squares, offered: Offered, question: Question, gait: Gait, obstacles: Obstacles
    ) -> None:
        self.squares, self.question, self.gait, self.obstacles = squares, question, gait, obstacles
        self.offered, self.offers = offered, offered.then
        self.sites = sorted({offer.site for offer in offered.offers})
        at = {site: number for number, site in enumerate(self.sites)}
        columns = np.array([at[offer.site] for offer in self.offers], np.intp)
        to_sites = self._way([offered.index.places[site] for site in self.sites])
        seats = np.array([offer.seats for offer in self.offers], np.float64)
        self.reach = Reach(to_sites.of_places(columns), squares.children, seats, most=question.minutes)

    def at(self, places: Sequence[Place]) -> Floats:
        """(m, 2) in the metres of the squares. Every place is on the map."""
        lon, lat = (np.array([getattr(place, side) for place in places], np.float64) for side in ("lon", "lat"))
        return self.squares.plane(lon, lat)

    def _way(self, places: Sequence[Place]) -> Pairs:
        return travel(self.squares.places, self.at(places), self.gait, FARTHEST, self.obstacles.stopping)

    def offer(self, key: int) -> Offer | None:
        return next((offer for offer in self.offers if offer.key == key), None)

    def what_if(self, offer: Offer | None, place: Place | None) -> Seen:
        """``offer`` None: a new session of ``SEATS``; ``place`` None: it stops."""
        if place is None:
            assert offer is not None  # noqa: S101  the form refuses a new session that goes nowhere
            return self.reach.without(self.offers.index(offer))
        way = self._way([place])
        if offer is None:
            return self.reach.with_one(way.origins, way.minutes, SEATS)
        return self.reach.moved(self.offers.index(offer), way.origins, way.minutes)

    @cached_property
    def now(self) -> Picture:
        return Picture(self, self.reach.now)


class Picture:
    """What is seen at one time: now, or after a change."""

    def __init__(self, measured: Measured, seen: Seen) -> None:
        self.measured, self.seen = measured, seen

    @property
    def squares(self) -> Squares:
        return self.measured.squares

    @property
    def children(self) -> Floats:
        return self.squares.children

    @cached_property
    def total(self) -> int:
        return int(self.children.sum())

    @property
    def is_told(self) -> bool:
        """Whether there are children enough, of that age, for the map to speak of them."""
        return self.total >= self.squares.least.share

    @cached_property
    def is_near(self) -> Flags:
        return self.seen.count > 0

    @cached_property
    def near(self) -> int:
        return int(self.children[self.is_near].sum())

    @cached_property
    def middle(self) -> float:
        """Median minutes to the nearest."""
        return middle(self.seen.nearest, self.children)

    @cached_property
    def is_white(self) -> Flags:
        """Squares with children and nothing near; no bus is counted, as no timetable is known."""
        rule = WhiteRule(children=self.squares.least.children, on_foot=self.measured.question.minutes)
        return rule.white(self.children, self.seen.nearest)

    @cached_property
    def white_children(self) -> int:
        return int(self.children[self.is_white].sum())

    @cached_property
    def mean_seats(self) -> float:
        """Within reach of a child of the town, on average."""
        return float(self.children @ self.seen.access / self.total) if self.total else 0.0

    @cached_property
    def spread(self) -> Lorenz | None:
        return lorenz(self.seen.access, self.children)

    @cached_property
    def parts(self) -> Theil | None:
        return theil(self.seen.access, self.children, self.squares.quarters)

    @cached_property
    def quarters(self) -> list[Quarter]:
        """Those where somebody may be told of, the worst served first, then what lies outside all of them."""
        groups, count = self.squares.quarters, len(self.squares.names)
        lived, near = sums(self.children, groups, count), sums(self.children * self.is_near, groups, count)
        seats, week = means(self.seen.access, self.children, groups, count), self._week(count)
        white = np.where(self.is_white, self.children, 0.0)
        white_children = sums(white, groups, count)
        found = [
            Quarter(
                name=name,
                children=int(lived[number]),
                near=int(near[number]),
                minutes=self._middle(groups == number),
                seats=100 * float(seats[number]),
                week=100 * float(week[number]) / float(lived[number]) if number < count - 1 else None,
                white_children=int(white_children[number]),
                is_told=bool(lived[number] >= self.squares.least.share),
            )
            for number, name in enumerate(self.squares.names)
            if lived[number]
        ]
        return sorted(
            found, key=lambda each: (each.week is None, not each.is_told, each.share, -each.minutes, each.seats)
        )

    def _middle(self, inside: Flags) -> float:
        return middle(self.seen.nearest[inside], self.children[inside])

    def _week(self, count: int) -> Floats:
        """Seats × hours by quarter, sites outside all of them last."""
        places = self.measured.offered.index.places
        numbers = {name: number for number, name in enumerate(self.squares.names)}
        offers = self.measured.offered.offers
        where: Wholes = np.array([numbers.get(places[offer.site].quarter_name, count - 1) for offer in offers], np.intp)
        return sums(np.array([offer.seats * offer.hours for offer in offers], np.float64), where, count)
