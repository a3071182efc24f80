"""How it moved: a line on a ground of zero, a value at each point where there is room for it."""

from __future__ import annotations

from itertools import pairwise

from .bars import LINE, goal_words
from .legend import legend
from .lettering import NARROW, every, width_of
from .marks import SHAPES, Drawing, Line, Mark, Spot, Words
from .model import Chart, Point, Series
from .scale import Scale, scale_of

_HIGH, _HIGH_SMALL = 6.5, 4.0
_HEAD = 1.7
"""Above the highest point, for its value."""


def draw_line(chart: Chart) -> Drawing:
    scale, drawing = scale_of(chart), Drawing()
    bottom = _HEAD + (_HIGH_SMALL if chart.is_small else _HIGH)
    ends = _HEAD, bottom
    zero = _y(scale, 0, ends)
    drawing.add(Line("zero" if scale.low < 0 else "base", 0, zero, 100, zero))
    if chart.target:
        y = _y(scale, chart.target.value, ends)
        drawing.add(Line("target", 0, y, 100, y))
    for rank, series in enumerate(chart.series):
        drawing.add(*_curve(series, rank, scale, ends))
    for rank, series in enumerate(chart.series):
        drawing.add(*_spots(series, rank, scale, ends))
    if chart.is_alone:
        drawing.add(*told_values(chart, scale, ends))
    y = _moments(drawing, chart, bottom)
    if chart.target and not chart.is_small:
        y = goal_words(drawing, chart.target.words, y + 0.6)
    drawing.height = y if chart.is_alone else legend(drawing, chart, y + 0.3)
    return drawing


def _x(rank: int, count: int) -> float:
    return round(100 * (rank + 0.5) / count, 2)


def _y(scale: Scale, value: float, ends: tuple[float, float]) -> float:
    return scale.at(value, ends[1], ends[0])


def _curve(series: Series, rank: int, scale: Scale, ends: tuple[float, float]) -> list[Mark]:
    """A point that is not known breaks the line: nobody should read a value there."""
    count = len(series.points)
    placed = [
        (point, _x(at, count), None if point.value is None else _y(scale, point.value, ends))
        for at, point in enumerate(series.points)
    ]
    return [
        Line("pending" if point.is_unfinished or before.is_unfinished else "curve", x1, y1, x2, y2, rank + 1)
        for (before, x1, y1), (point, x2, y2) in pairwise(placed)
        if y1 is not None and y2 is not None
    ]


def _spots(series: Series, rank: int, scale: Scale, ends: tuple[float, float]) -> list[Mark]:
    marks: list[Mark] = []
    for at, point in enumerate(series.points):
        x = _x(at, len(series.points))
        if point.value is None:
            marks.append(Spot("void", x, _y(scale, 0, ends), rank + 1, radius=0.3))
            continue
        if point.low is not None and point.high is not None:
            marks.append(Line("whisker", x, _y(scale, point.low, ends), x, _y(scale, point.high, ends), rank + 1))
        role = "pending" if point.is_unfinished else "dot"
        marks.append(Spot(role, x, _y(scale, point.value, ends), rank + 1, SHAPES[rank % len(SHAPES)]))
    return marks


def told_values(chart: Chart, scale: Scale, ends: tuple[float, float]) -> list[Mark]:
    """The value of each point that has room for it on the narrowest page: the first and the last before all others,
    then the highest and the lowest.
    """
    points = chart.series[0].points
    room = _room(chart)
    goal = _y(scale, chart.target.value, ends) if chart.target else None
    told: list[tuple[float, float, float]] = []
    marks: list[Mark] = []
    for at in _by_weight(points, is_small=chart.is_small):
        words = _label(points[at], at, len(points), scale, ends, room, goal)
        half = width_of(words.text, words.role) / 2 + 0.2
        middle = {"start": half, "end": room - half, "middle": words.x * room / 100}[words.anchor]
        if all(abs(middle - other) >= half + wide or abs(words.y - y) > 1.1 for other, wide, y in told):
            told.append((middle, half, words.y))
            marks.append(words)
    return marks


def _label(
    point: Point, at: int, count: int, scale: Scale, ends: tuple[float, float], room: float, goal: float | None
) -> Words:
    y = _y(scale, point.value or 0, ends)
    role, text = ("soft", point.said) if point.value is None else ("value", point.words)
    anchor, x = _anchor(at, count, width_of(text, role), room)
    below = point.value is not None and (point.value < 0 or _is_crossed(y, goal))
    return Words(role, x, round(y + (1.4 if below else -0.7), 2), text, anchor)


def _is_crossed(y: float, goal: float | None) -> bool:
    """Whether the stroke of the target would go through words above that place."""
    return goal is not None and y - 1.8 < goal < y - 0.1


def _anchor(at: int, count: int, width: float, room: float) -> tuple[str, float]:
    """In the middle of its point, but never out of the drawing."""
    x = _x(at, count)
    if width / 2 > room * x / 100:
        return "start", 0
    if width / 2 > room * (100 - x) / 100:
        return "end", 100
    return "middle", x


def _by_weight(points: tuple[Point, ...], *, is_small: bool) -> list[int]:
    known = [at for at, point in enumerate(points) if point.value is not None]
    if not known:
        return [0]
    ranked = sorted(known, key=lambda at: points[at].value or 0)
    first = [known[-1], known[0]]
    if is_small:
        return list(dict.fromkeys(first))
    return list(dict.fromkeys([*first, ranked[-1], ranked[0], *range(len(points))]))


def _moments(drawing: Drawing, chart: Chart, bottom: float) -> float:
    """The names of the moments, as many as there is room for, the last one always."""
    points = chart.series[0].points
    count, room = len(points), _room(chart)
    longest = max(width_of(point.name, "soft") + 0.4 for point in points)
    step = every(count, longest, room)
    told = set(range(count - 1, -1, -step))
    if step > 1 and count > 1 and 2 * longest <= room:
        told = {0, count - 1} if count - 1 < 2 * step else {0, *(at for at in told if at >= step)}
    for at in sorted(told):
        anchor, x = _anchor(at, count, width_of(points[at].name, "soft"), room)
        drawing.add(Words("soft", x, round(bottom + LINE, 2), points[at].name, anchor))
    return round(bottom + LINE + 0.5, 2)


def _room(chart: Chart) -> float:
    return NARROW / 2 if chart.is_small else NARROW
