"""Codes that a camera reads, drawn for a page."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(text: str) -> str:
    """A quarter of the drawing may be torn or scratched, and the code still opens."""
    drawn = BytesIO()
    segno.make(text, error="q", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, dark="#1b2340")
    return drawn.getvalue().decode()
