"""How many of a group would be seen if it came as the town does, and whether chance alone explains that fewer are.

The group is a part of the town, so the interval knows that both move together (``rate_ratio``). Whoever looks at thirty
groups finds one or two that differ by chance: the widest claim of a page asks for more (``surest``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from preau.observatory.equity.rules.ratios import Z95, RateRatio, rate_ratio


class Side(StrEnum):
    """On which side of the town a group stands, once chance has had its share."""

    LESS = "less"
    ALIKE = "alike"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Seen:
    """``came`` of ``children`` were seen; ``expected`` if they came as the town does. ``ratio`` is of both rates."""

    came: int
    children: int
    expected: float
    ratio: RateRatio

    @property
    def side(self) -> Side:
        if not self.ratio.differs:
            return Side.ALIKE
        return Side.LESS if self.ratio.ratio < 1 else Side.MORE

    @property
    def missing(self) -> float:
        """Children whom the town would see besides; never below none."""
        return max(0.0, self.expected - self.came)

    def upper(self, looked_at: int) -> float:
        """The top of the interval of the ratio, where that many groups are looked at together (Šidák)."""
        ratio = self.ratio
        if ratio.high is None or not ratio.ratio > 0:
            return math.inf
        wide = NormalDist().inv_cdf(1 - (1 - 0.95 ** (1 / max(1, looked_at))) / 2) / Z95
        return float(ratio.ratio * (ratio.high / ratio.ratio) ** wide)


def seen(came: int, children: int, town_came: int, town_children: int, *, least: int) -> Seen | None:
    """None where the group is of fewer than ``least`` children, or where the town sees nobody."""
    if children < least or not town_came:
        return None
    ratio = rate_ratio(came, children, town_came, town_children)
    if ratio is None:
        return None
    return Seen(came, children, children * town_came / town_children, ratio)


@dataclass(frozen=True, slots=True)
class Found[K]:
    """``is_sure``: chance can't be the reason, all the groups looked at being counted. Else it is a lead to check."""

    key: K
    seen: Seen
    among: int
    is_sure: bool


def least[K](groups: Sequence[tuple[K, Seen]]) -> Found[K] | None:
    """The group least seen: by the top of its interval, so that a small group is not put first because it is small.

    None where no group stands apart, even looked at alone.
    """
    count = len(groups)
    apart = [(key, each) for key, each in groups if each.side is Side.LESS]
    if not apart:
        return None
    key, found = min(apart, key=lambda pair: pair[1].upper(count))
    return Found(key, found, count, found.upper(count) < 1)
