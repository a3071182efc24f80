"""The outline of a mark around its middle, for a radius of one."""

from __future__ import annotations

_OUTLINES = {
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "triangle": ((0.0, -1.15), (1.12, 0.8), (-1.12, 0.8)),
    "diamond": ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
}


def outline(shape: str, radius: float) -> str:
    """SVG path; a circle as two halves."""
    if shape not in _OUTLINES:
        half = f"a{radius:g} {radius:g} 0 1 0"
        return f"M{-radius:g} 0{half} {2 * radius:g} 0{half} {-2 * radius:g} 0Z"
    return "M" + "L".join(f"{x * radius:.2f} {y * radius:.2f}" for x, y in _OUTLINES[shape]) + "Z"
