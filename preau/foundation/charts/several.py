"""Small charts side by side: one scale for all, so that they are compared at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .model import Chart
from .scale import scale_of


def multiples(charts: Sequence[Chart]) -> list[Chart]:
    scales = [scale_of(chart) for chart in charts]
    if not scales:
        return []
    low, high = min(each.low for each in scales), max(each.high for each in scales)
    return [replace(chart, low=low, high=high, is_small=True) for chart in charts]
