"""A chart as a picture, for documents that cannot draw: Word, mail."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from preau.foundation.pdf.typesetting import drawn_png

from .model import Chart
from .paper import paper_svg


def picture(chart: Chart, width: float, *, dots_per_inch: int = 220) -> bytes:
    """PNG, ``width`` in points; the same drawing as ``paper_svg``. Few colours, few kilobytes: a report has many."""
    with Image.open(BytesIO(drawn_png(paper_svg(chart, width), dots_per_inch))) as drawn:
        few = drawn.convert("RGB").quantize(48, dither=Image.Dither.NONE)
    written = BytesIO()
    few.save(written, "png", optimize=True, dpi=(dots_per_inch, dots_per_inch))
    return written.getvalue()
