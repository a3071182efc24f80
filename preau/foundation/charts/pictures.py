"""A chart as a picture, for documents that cannot draw: Word, mail."""

from __future__ import annotations

from preau.foundation.pdf.typesetting import drawn_png

from .model import Chart
from .paper import paper_svg


def picture(chart: Chart, width: float, *, dots_per_inch: int = 220) -> bytes:
    """PNG, ``width`` in points; the same drawing as ``paper_svg``."""
    return drawn_png(paper_svg(chart, width), dots_per_inch)
