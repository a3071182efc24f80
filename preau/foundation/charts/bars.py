"""A bar under its name, its value at the end of the line: at any width, with any name."""

from __future__ import annotations

from .lettering import NARROW, lines_of, width_of
from .marks import Box, Drawing, Line, Words
from .model import Chart, Point
from .scale import Scale, scale_of

LINE = 1.3
"""Letters from one line of words to the next."""
_THICK = 0.95
_AFTER = 0.95
_LEAST = 0.4
"""Of a hundred: a few beside millions are still somebody."""


def draw_bars(chart: Chart) -> Drawing:
    scale, drawing, y = scale_of(chart), Drawing(), 0.0
    tops = []
    for point in chart.series[0].points:
        y = named(drawing, point.name, point.said, y, is_known=point.is_drawn)
        if point.is_drawn:
            tops.append(y)
        drawing.add(*_bar(point, scale, y))
        y += _THICK + _AFTER
    if scale.low < 0:
        zero = scale.at(0)
        drawing.add(*(Line("zero", zero, top - 0.2, zero, top + _THICK + 0.2) for top in tops))
    if chart.target:
        place = scale.at(chart.target.value)
        drawing.add(*(Line("target", place, top - 0.2, place, top + _THICK + 0.2) for top in tops))
        y = goal_words(drawing, chart.target.words, y)
    drawing.height = round(y - _AFTER + 0.3, 2)
    return drawing


def named(drawing: Drawing, name: str, said: str, y: float, *, is_known: bool = True) -> float:
    """The name on as many lines as it takes; the value at the end of the last one, or below. Where the words end."""
    lines = lines_of(name)
    y += 1.0
    for rank, line in enumerate(lines):
        drawing.add(Words("name", 0, round(y + rank * LINE, 2), line))
    last = y + (len(lines) - 1) * LINE
    if said:
        if width_of(lines[-1]) + width_of(said, "value") + 1 > NARROW:
            last += LINE
        drawing.add(Words("value" if is_known else "soft", 100, round(last, 2), said, "end"))
    return round(last + 0.4, 2)


def void(y: float, thick: float = _THICK) -> Box:
    """Nothing to draw, and it is said."""
    return Box("void", 0, round(y, 2), 100, thick)


def _bar(point: Point, scale: Scale, y: float) -> list[Box]:
    if point.value is None:
        return [void(y)]
    start, end = sorted((scale.at(0), scale.at(point.value)))
    width = max(end - start, _LEAST) if point.value else 0
    bar = Box("pending" if point.is_unfinished else "bar", min(start, 100 - width), y, round(width, 2), _THICK)
    return [Box("track", 0, y, 100, _THICK), bar]


def goal_words(drawing: Drawing, words: str, y: float) -> float:
    """What the dashed stroke stands for, below all the rest."""
    lines = lines_of(words, "soft", NARROW - 1.5)
    drawing.add(Box("goal", 0, round(y - 0.05, 2), 0, 0.15, dx=0.01, fixed=1.0))
    for rank, line in enumerate(lines):
        drawing.add(Words("soft", 0, round(y + 0.25 + rank * 1.15, 2), line, dx=1.5))
    return round(y + 0.25 + len(lines) * 1.15, 2)
