"""The drawing for a page: places of a hundred, heights in root letters, colours by class (``charts.css``)."""

from __future__ import annotations

from html import escape

from .lettering import written
from .marks import Box, Line, Mark, Spot, Words
from .model import Chart
from .shapes import outline

_LETTER = 16
"""Units of a mark in one root letter: it grows with the reader's letters as well."""


def screen_svg(chart: Chart, key: str) -> str:
    """``key`` makes its identifiers: one of its own for each chart of a page."""
    drawing = chart.drawing
    title, said = written(chart.title), written(chart.said)
    head = (
        f'<svg class="chart-svg" role="img" aria-labelledby="{escape(key)}-t" aria-describedby="{escape(key)}-d" '
        f'width="100%" height="{drawing.height:g}rem"><title id="{escape(key)}-t">{title}</title>'
        f'<desc id="{escape(key)}-d">{said}</desc>'
    )
    return head + "".join(_drawn(mark) for mark in drawing.marks) + "</svg>"


def _drawn(mark: Mark) -> str:
    match mark:
        case Line():
            return (
                f'<line class="c-{mark.role} t{mark.tone}" x1="{mark.x1:g}%" y1="{mark.y1:g}rem" '
                f'x2="{mark.x2:g}%" y2="{mark.y2:g}rem"/>'
            )
        case Box():
            x = f"{mark.dx:g}rem" if mark.fixed else f"{mark.x:g}%"
            width = f"{mark.fixed:g}rem" if mark.fixed else f"{mark.width:g}%"
            return (
                f'<rect class="c-{mark.role} t{mark.tone}" x="{x}" y="{mark.y:g}rem" width="{width}" '
                f'height="{mark.height:g}rem"/>'
            )
        case Spot():
            return _spot(mark)
        case Words():
            shift = f' dx="{mark.dx:g}rem"' if mark.dx else ""
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            place = f'x="{mark.x:g}%" y="{mark.y:g}rem"'
            return f'<text class="c-{mark.role}" {place}{shift}{anchor}>{written(mark.text)}</text>'


def _spot(spot: Spot) -> str:
    x = f"{spot.dx:g}rem" if spot.dx else f"{spot.x:g}%"
    path = outline(spot.shape, spot.radius * _LETTER)
    low = _LETTER * (0.31 if spot.shape == "triangle" else 0.23)
    letter = f'<text class="c-letter" text-anchor="middle" y="{low:g}">{written(spot.letter)}</text>'
    return (
        f'<svg class="c-spot c-{spot.role} t{spot.tone}" x="{x}" y="{spot.y:g}rem" width="1rem" height="1rem" '
        f'viewBox="0 0 {_LETTER} {_LETTER}"><path d="{path}"/>{letter if spot.letter else ""}</svg>'
    )
