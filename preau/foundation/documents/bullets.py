"""The signs people type, or that a copy leaves, in front of a list item."""

from __future__ import annotations

import re

_SIGNS = "·•▪▫◦‣⁃●○■□◆◇➢➤➔→✓✔✗❖\uf0b7\uf0a7\uf0d8\uf0fc\uf02d"
_BULLET = re.compile(rf"[ \t\u00a0]*(?:([{_SIGNS}])(?=[ \t\u00a0]|$)|([-–—*o])(?=[ \t\u00a0]+\S))")


def literal_bullet(text: str) -> str:
    """The sign that opens the text, blanks apart, or "". A dash, a star or an "o" needs words after it."""
    found = _BULLET.match(text)
    return (found[1] or found[2]) if found else ""
