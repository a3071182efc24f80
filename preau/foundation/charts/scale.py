"""From values to places of a hundred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from .model import Chart, Kind, Point


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float

    def at(self, value: float, start: float = 0.0, end: float = 100.0) -> float:
        """The place of a value between two ends; everything stands at the start of a scale of nothing."""
        if self.high <= self.low:
            return start
        most = max(abs(self.low), abs(self.high))
        part = (value / most - self.low / most) / (self.high / most - self.low / most)
        return round(start + (end - start) * min(max(part, 0.0), 1.0), 2)


def scale_of(chart: Chart) -> Scale:
    """Zero is on it: a bar or a line that begins elsewhere makes small changes look large. Dots have no length, and may
    begin at the smallest value that there can be.
    """
    first = chart.low if chart.kind == Kind.DOTS and chart.low is not None else 0.0
    values = [first, *_values(chart.points), *([chart.target.value] if chart.target else [])]
    low, high = min(values), max(values)
    return Scale(
        min(low, chart.low) if chart.low is not None else low, max(high, chart.high) if chart.high is not None else high
    )


def ticks_of(scale: Scale) -> list[float]:
    """Three to eight round numbers."""
    span = scale.high - scale.low
    if span < 1e-300 or not isfinite(span):
        return [scale.low]
    power = 10.0 ** floor(log10(span))
    for step in (5 * power, 2 * power, power, power / 2, power / 5):
        first = ceil(scale.low / step)
        told = [float(f"{(first + rank) * step:.12g}") for rank in range(8)]
        within = [each for each in told if scale.low - step / 100 <= each <= scale.high + step / 100]
        if len(within) > 2:
            break
    return within


def _values(points: Iterable[Point]) -> list[float]:
    told = [each for point in points for each in (point.value, point.low, point.high) if each is not None]
    if not all(isfinite(each) for each in told):
        raise ValueError("a chart of no number")
    return told
