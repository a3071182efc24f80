"""How much room words take, before anything knows how wide the page is."""

from __future__ import annotations

import re
from html import escape
from math import ceil
from textwrap import wrap

from preau.foundation.design.typography import display

NARROW = 18.0
"""Letters across the narrowest page (320 px) without its margins: what fits there fits anywhere."""
_WIDE = 0.53
"""Of a letter of the house, in its own size; a tenth more than its mean."""
_SIZES = {"name": 0.9375, "value": 0.9375, "soft": 0.8125, "on": 0.8125, "upon": 0.8125}
_MOST_LINES = 3
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def width_of(text: str, role: str = "name") -> float:
    """In letters."""
    return len(text) * _WIDE * _SIZES[role]


def lines_of(text: str, role: str = "name", width: float = NARROW) -> list[str]:
    """Words go to the next line; past the third line the table alone has them all."""
    most = max(8, int(width / (_WIDE * _SIZES[role])))
    lines = wrap(text, most, break_on_hyphens=False) or [""]
    if len(lines) > _MOST_LINES:
        lines = [
            *lines[:_MOST_LINES],
        ]
        lines[-1] = f"{lines[-1][: most - 1].rstrip(' ,;.')}…"
    return lines


def written(text: str) -> str:
    """In French typography, as XML holds it: what people wrote is never read as markup."""
    return escape(_NO_XML.sub("", display(text)))


def every(count: int, room: float, width: float = NARROW) -> int:
    """One in how many words of ``room`` letters can be written under ``count`` places across."""
    return max(1, ceil(count * room / width)) if count else 1
