"""The same drawing for paper: a width that is known, the colours of the house, nothing to look up elsewhere."""

from __future__ import annotations

from .lettering import written
from .marks import Box, Line, Mark, Spot, Words
from .model import Chart
from .shapes import outline

LETTER = 10.0
"""Points."""
_INK, _SOFT, _EDGE, _PAPER = "#1b2340", "#4f5870", "#8b8473", "#ffffff"
_TONES = ("#1d47c4", "#a8341a", "#08605f", "#63349f", "#6d4d00", "#8f2358")
_TINT = "#e6ecfb"
_SHADES = ("#1d47c4", "#5675d3", "#9aade3", "#c6d1f0", "#e8ecf9", "#ffffff")
"""From dark to light, as the parts of a row follow each other."""
_DASHES = ("", "6 2", "2 2", "8 2 2 2", "4 4", "1 3")
_LINES = {
    "base": f'stroke="{_EDGE}" stroke-width="0.8"',
    "grid": 'stroke="#e2d8c6" stroke-width="0.7"',
    "zero": f'stroke="{_INK}" stroke-width="0.9"',
    "target": f'stroke="{_INK}" stroke-width="1.4" stroke-dasharray="5 2"',
}
_WORDS = {
    "name": (9.4, _INK, 400),
    "value": (9.4, _INK, 700),
    "soft": (8.2, _SOFT, 400),
    "on": (8.2, "#ffffff", 700),
    "upon": (8.2, _INK, 700),
}
_FACE = "Atkinson Hyperlegible"


def paper_svg(chart: Chart, width: float) -> str:
    """``width`` in points. The typeface is named, not held: whoever draws it has it."""
    drawing = chart.drawing
    height = drawing.height * LETTER
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="{_FACE}"><title>{written(chart.title)}</title>'
        f"<desc>{written(chart.said)}</desc>"
    )
    return head + "".join(_drawn(mark, width) for mark in drawing.marks) + "</svg>"


def _drawn(mark: Mark, width: float) -> str:
    across, letter = width / 100, LETTER
    match mark:
        case Line():
            start = f'x1="{mark.x1 * across:.2f}" y1="{mark.y1 * letter:.2f}"'
            end = f'x2="{mark.x2 * across:.2f}" y2="{mark.y2 * letter:.2f}"'
            return f"<line {start} {end} {_line(mark)}/>"
        case Box():
            x = mark.dx * letter if mark.fixed else mark.x * across
            wide = mark.fixed * letter if mark.fixed else mark.width * across
            place = f'x="{x:.2f}" y="{mark.y * letter:.2f}" width="{wide:.2f}" height="{mark.height * letter:.2f}"'
            return f"<rect {place} {_box(mark)}/>"
        case Spot():
            return _spot(mark, across)
        case Words():
            size, ink, weight = _WORDS[mark.role]
            place = (
                f'x="{mark.x * across + mark.dx * letter:.2f}" y="{mark.y * letter:.2f}" text-anchor="{mark.anchor}"'
            )
            look = f'font-size="{size}" font-weight="{weight}" fill="{ink}"'
            halo = "" if mark.role in ("on", "upon") else f' paint-order="stroke" stroke="{_PAPER}" stroke-width="2.4"'
            return f"<text {place} {look}{halo}>{written(mark.text)}</text>"


def _line(line: Line) -> str:
    if line.role in _LINES:
        return _LINES[line.role]
    tone = _tone(line.tone)
    if line.role == "whisker":
        return f'stroke="{tone}" stroke-width="1.6" stroke-linecap="round"'
    dash = "2 3" if line.role == "pending" else _DASHES[(line.tone - 1) % len(_DASHES)]
    return f'stroke="{tone}" stroke-width="1.8" stroke-linecap="round" stroke-dasharray="{dash or "none"}"'


def _box(box: Box) -> str:
    match box.role:
        case "track":
            return 'fill="#f3ecdf"'
        case "void":
            return f'fill="none" stroke="{_EDGE}" stroke-width="0.8" stroke-dasharray="3 3"'
        case "pending":
            return f'fill="{_TINT}" stroke="{_TONES[0]}" stroke-width="1" stroke-dasharray="3 2"'
        case "share":
            return f'fill="{_SHADES[box.tone - 1]}" stroke="{_PAPER if box.tone < 5 else _TONES[0]}" stroke-width="0.8"'
        case "goal":
            return f'fill="{_INK}"'
    return f'fill="{_tone(box.tone)}"'


def _spot(spot: Spot, across: float) -> str:
    x = spot.dx * LETTER if spot.dx else spot.x * across
    tone, radius = _tone(spot.tone), spot.radius * LETTER
    look = {
        "dot": f'fill="{tone}" stroke="{_PAPER}" stroke-width="0.7"',
        "pending": f'fill="{_PAPER}" stroke="{tone}" stroke-width="1.6"',
        "void": f'fill="{_PAPER}" stroke="{_EDGE}" stroke-width="0.9" stroke-dasharray="1.5 1.5"',
    }[spot.role]
    drawn = f'<path d="{outline(spot.shape, radius)}" {look}/>'
    if spot.letter:
        ink = tone if spot.role == "pending" else _PAPER
        low = 3.0 if spot.shape == "triangle" else 2.3
        look = f'font-size="6.4" font-weight="700" fill="{ink}" text-anchor="middle"'
        drawn += f'<text y="{low}" {look}>{written(spot.letter)}</text>'
    return f'<g transform="translate({x:.2f} {spot.y * LETTER:.2f})">{drawn}</g>'


def _tone(tone: int) -> str:
    return _TONES[(tone - 1) % len(_TONES)]
