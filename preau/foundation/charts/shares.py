"""Rows cut in parts: each part in the order of the legend, from dark to light, its share written where it fits."""

from __future__ import annotations

from .bars import named, void
from .legend import legend
from .lettering import NARROW, width_of
from .marks import TONES, Box, Drawing, Words
from .model import Chart

_THICK, _AFTER = 1.45, 0.9
_DARK = 2
"""Parts whose words are written in light."""


def draw_shares(chart: Chart) -> Drawing:
    drawing, y = Drawing(), 0.0
    for rank, name in enumerate(chart.names):
        parts = [series.points[rank] for series in chart.series]
        hidden = next((point for point in parts if point.value is None), None)
        y = named(drawing, name, hidden.said if hidden else "", y)
        if hidden:
            drawing.add(void(y, _THICK))
        else:
            _row(drawing, [(point.value or 0.0, point.words) for point in parts], y)
        y += _THICK + _AFTER
    drawing.height = legend(drawing, chart, round(y - _AFTER + 0.7, 2), is_sequence=True)
    return drawing


def _row(drawing: Drawing, parts: list[tuple[float, str]], y: float) -> None:
    """A part below zero is no part; a row of nothing is empty."""
    whole = sum(max(value, 0.0) for value, _words in parts)
    at = 0.0
    for rank, (value, words) in enumerate(parts, 1):
        width = 100 * max(value, 0.0) / whole if whole else 0.0
        if not width:
            continue
        tone = min(rank, TONES)
        drawing.add(Box("share", round(at, 2), y, round(width, 2), _THICK, tone))
        if NARROW * width / 100 > width_of(words, "on") + 0.5:
            role = "on" if tone <= _DARK else "upon"
            drawing.add(Words(role, round(at + width / 2, 2), round(y + 1.0, 2), words, "middle"))
        at += width
