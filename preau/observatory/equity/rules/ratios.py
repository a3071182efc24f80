"""An area against its town: the first figure to show to the public (brief i.3)."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z95 = 1.959963984540054
"""Of a normal law: 95 % lie within."""


@dataclass(frozen=True, slots=True)
class RateRatio:
    """``low`` and ``high`` bound 95 %; both None where nobody, or everybody, leaves nothing to estimate."""

    ratio: float
    low: float | None
    high: float | None

    @property
    def differs(self) -> bool:
        """Whether chance alone would rarely show as much."""
        return self.low is not None and self.high is not None and not self.low <= 1 <= self.high


def rate_ratio(had: int, of: int, town_had: int, town_of: int) -> RateRatio | None:
    """(had / of) over (town_had / town_of), the area being a part of the town. None when a rate does not exist.

    Logarithm and delta method, with the covariance of a part and its whole: the interval is narrower than the one of
    two towns apart (Katz), and closes as the area becomes the town.
    """
    if not (0 <= had <= of and had <= town_had <= town_of and of <= town_of and had + town_of - of >= town_had):
        raise ValueError(f"{had}/{of} is no part of {town_had}/{town_of}")
    if not of or not town_had:
        return None
    ratio = (had / of) / (town_had / town_of)
    if not had or town_had == town_of:
        return RateRatio(ratio, None, None)
    own, others = had / of, town_of - of
    rest = (town_had - had) / others if others else 0.0
    spread = (1 - own) / had - 2 * (1 - own) / town_had
    spread += (had * (1 - own) + (town_had - had) * (1 - rest)) / town_had**2
    wide = math.exp(Z95 * math.sqrt(max(0.0, spread)))
    return RateRatio(ratio, ratio / wide, ratio * wide)
