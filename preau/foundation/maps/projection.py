"""From degrees to the units of a drawing: Web Mercator, the one that browsers' maps use."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .shapes import Box

WIDTH = 420.0
"""Units of the drawing: about the width of a phone, so that what is drawn has the size it is read at."""
MARGIN = 22.0
FLATTEST, TALLEST = 0.6, 1.25
"""Height for a width: a town along a river is neither a ribbon nor a tower."""
_SMALLEST = math.radians(0.004)
"""About 300 m: a single point is not shown through a microscope."""


@dataclass(frozen=True, slots=True)
class Projection:
    left: float
    top: float
    scale: float
    height: float

    @classmethod
    def of(cls, box: Box) -> Projection:
        """The whole box, in the middle of the drawing, with a margin."""
        left, right = math.radians(box.west), math.radians(box.east)
        bottom, top = _mercator(box.south), _mercator(box.north)
        wide, high = max(right - left, _SMALLEST), max(top - bottom, _SMALLEST * 0.7)
        inside = WIDTH - 2 * MARGIN
        height = min(max(inside * high / wide, inside * FLATTEST), inside * TALLEST)
        scale = min(inside / wide, height / high)
        return cls(
            left=(left + right) / 2 - WIDTH / 2 / scale,
            top=(bottom + top) / 2 + (height / 2 + MARGIN) / scale,
            scale=scale,
            height=round(height + 2 * MARGIN, 1),
        )

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        """Units from the left and from the top."""
        return (math.radians(lon) - self.left) * self.scale, (self.top - _mercator(lat)) * self.scale


def _mercator(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
