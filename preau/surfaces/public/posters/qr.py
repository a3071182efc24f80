"""A code to scan, as a drawing."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(address: str) -> str:
    """SVG, black on white, with the quiet zone that readers need; a quarter of it may be dirty or torn."""
    drawn = BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=4, scale=4, dark="#000", light="#fff")
    return drawn.getvalue().decode()
