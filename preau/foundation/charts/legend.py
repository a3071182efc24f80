"""Which mark is whose: a shape and a letter, or a shade in its order; never a colour alone."""

from __future__ import annotations

from .lettering import NARROW, lines_of, width_of
from .marks import SHAPES, TONES, Box, Drawing, Spot, Words
from .model import Chart

_KEY = 1.5
"""Letters that a key takes before its words."""


def letter_of(chart: Chart, rank: int) -> str:
    return chart.series[rank].letter or "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rank % 26]


def legend(drawing: Drawing, chart: Chart, y: float, *, is_sequence: bool = False, has_letters: bool = False) -> float:
    """From ``y`` down, on as many lines as the narrowest page needs. Where it ends."""
    at, y = 0.0, y + 0.8
    for rank, series in enumerate(chart.series):
        lines = lines_of(series.name, "soft", NARROW - _KEY)
        width = _KEY + max(width_of(line, "soft") for line in lines) + 1
        if at and at + width > NARROW + 1:
            at, y = 0.0, y + 1.45
        tone = min(rank + 1, TONES)
        if is_sequence:
            drawing.add(Box("share", 0, round(y - 0.8, 2), 0, 0.95, tone, round(at, 2), 0.95))
        else:
            letter = letter_of(chart, rank) if has_letters else ""
            spot = Spot("dot", 0, round(y - 0.3, 2), tone, SHAPES[rank % len(SHAPES)], 0.5, letter, round(at + 0.5, 2))
            drawing.add(spot)
        for line_rank, line in enumerate(lines):
            drawing.add(Words("soft", 0, round(y + line_rank * 1.15, 2), line, dx=round(at + _KEY, 2)))
        at += width
        y += (len(lines) - 1) * 1.15
    return round(y + 0.7, 2)
