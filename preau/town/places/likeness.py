"""Whether a line of a register speaks of a place that the town already knows. Pure: names and degrees are arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from preau.foundation.maps.distance import metres
from preau.foundation.text.search import folded

PROPOSED = 70
"""From this likeness on (0 to 100), « c’est ce lieu » is proposed in one click. People decide, not the number."""
NEAR, FAR = 60, 600
"""Metres: under the first two places may be one whatever their names; beyond the second they hardly are."""

type Point = tuple[float, float]
"""Longitude, latitude (WGS84)."""


@dataclass(frozen=True, slots=True)
class Known[T]:
    """A place of the town as it is compared."""

    thing: T
    name: str
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Likeness[T]:
    """``metres`` is None when one of the two is not on the map."""

    thing: T
    score: int
    metres: int | None


def metres_between(one: Point, other: Point) -> int:
    """As the crow flies."""
    return round(metres(*one, *other))


def likeness(name: str, other: str, apart: int | None) -> int:
    """0 to 100: words in any order, then what the distance adds or takes away."""
    score = fuzz.token_set_ratio(_words(name), _words(other)) * 0.6 + fuzz.WRatio(_words(name), _words(other)) * 0.4
    if apart is not None:
        score += 15 if apart <= NEAR else 0 if apart <= FAR else -min(50, (apart - FAR) / 20)
    return max(0, min(100, round(score)))


def likeliest[T](name: str, point: Point | None, known: Iterable[Known[T]]) -> Likeness[T] | None:
    """The place that resembles most, None when none is worth proposing."""
    found = [
        Likeness(each.thing, likeness(name, each.name, apart), apart)
        for each in known
        for apart in [metres_between(point, each.point) if point and each.point else None]
    ]
    best = max(found, key=lambda each: (each.score, -(each.metres or 0)), default=None)
    return best if best and best.score >= PROPOSED else None


def _words(name: str) -> str:
    return folded(name).replace("-", " ").replace("'", " ")
