"""Whole numbers that somebody sent."""

from __future__ import annotations

_LONGEST = 18
"""Digits: what a database holds, with room to spare. Python itself refuses to read some thousands of them."""


def whole(text: str, otherwise: int = 0) -> int:
    """The number that the text writes in digits; ``otherwise`` for anything else, an endless number included."""
    return int(text) if len(text) <= _LONGEST and text.isdecimal() else otherwise
