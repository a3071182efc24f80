"""A row for each name, a mark for each series. Marks that would hide each other take a line of their own."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import number_format

from .bars import named
from .legend import legend, letter_of
from .lettering import NARROW, every, width_of
from .marks import SHAPES, Drawing, Line, Spot, Words
from .model import Chart, Point
from .scale import Scale, scale_of, ticks_of

_LANE = 1.15
_APART = 100 * 1.15 / NARROW
"""Of a hundred: under it two marks would touch on the narrowest page."""
_START, _END = 3.0, 97.0


def draw_dots(chart: Chart) -> Drawing:
    scale, drawing, y = scale_of(chart), Drawing(), 1.3
    ticks = ticks_of(scale)
    for rank, name in enumerate(chart.names):
        points = [series.points[rank] for series in chart.series]
        y = named(drawing, name, _said(chart, points), y, is_known=any(point.is_drawn for point in points))
        below = _row(drawing, chart, points, scale, y)
        if below > y:
            _grid(drawing, scale, ticks, (y - 0.1, below + 0.1))
        y = below + 0.45
    _axis(drawing, scale, ticks, chart.unit)
    drawing.height = round(y, 2) if chart.is_alone else legend(drawing, chart, round(y + 0.2, 2), has_letters=True)
    return drawing


def _said(chart: Chart, points: Sequence[Point]) -> str:
    """Of one series its value; of several, only that none is shown: the table has the numbers."""
    if chart.is_alone:
        return points[0].said
    return points[0].said if all(point.value is None for point in points) else ""


def _row(drawing: Drawing, chart: Chart, points: Sequence[Point], scale: Scale, y: float) -> float:
    places = [None if point.value is None else scale.at(point.value, _START, _END) for point in points]
    lanes = lanes_of(places)
    count = max([lane + 1 for lane in lanes if lane is not None], default=0)
    for rank, (point, place, lane) in enumerate(zip(points, places, lanes, strict=True)):
        if place is None or lane is None:
            continue
        middle = round(y + 0.55 + lane * _LANE, 2)
        if point.low is not None and point.high is not None:
            ends = (scale.at(point.low, _START, _END), scale.at(point.high, _START, _END))
            drawing.add(Line("whisker", ends[0], middle, ends[1], middle, rank + 1))
        letter = "" if chart.is_alone else letter_of(chart, rank)
        role = "pending" if point.is_unfinished else "dot"
        drawing.add(Spot(role, place, middle, rank + 1, SHAPES[rank % len(SHAPES)], 0.52 if letter else 0.42, letter))
    return round(y + count * _LANE, 2)


def lanes_of(places: Sequence[float | None]) -> list[int | None]:
    """The first line where a mark touches none of those already there, in the order of the series."""
    lanes: list[list[float]] = []
    found: list[int | None] = []
    for place in places:
        if place is None:
            found.append(None)
            continue
        lane = next((at for at, taken in enumerate(lanes) if all(abs(place - each) >= _APART for each in taken)), None)
        if lane is None:
            lane = len(lanes)
            lanes.append([])
        lanes[lane].append(place)
        found.append(lane)
    return found


def _grid(drawing: Drawing, scale: Scale, ticks: Sequence[float], ends: tuple[float, float]) -> None:
    """Behind the marks of a row, never through its name."""
    for tick in ticks:
        x = scale.at(tick, _START, _END)
        drawing.marks.insert(0, Line("zero" if tick == 0 else "grid", x, round(ends[0], 2), x, round(ends[1], 2)))


def _axis(drawing: Drawing, scale: Scale, ticks: Sequence[float], unit: str) -> None:
    step = every(len(ticks), max(width_of(_tick(tick, unit), "soft") for tick in ticks) + 0.6)
    for rank, tick in enumerate(ticks[::step]):
        x = scale.at(tick, _START, _END)
        anchor = "start" if rank == 0 and x < 6 else "end" if x > 94 else "middle"
        place = 0.0 if anchor == "start" else 100.0 if anchor == "end" else x
        drawing.add(Words("soft", place, 0.9, _tick(tick, unit), anchor))


def _tick(value: float, unit: str) -> str:
    places = 0 if value == int(value) else 2 if abs(value) < 1 else 1
    told = number_format(abs(value), decimal_pos=places, force_grouping=True)
    return f"{'−' if value < 0 else ''}{told}{unit}"
