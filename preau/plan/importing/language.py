"""Whether a text is French, told by its smallest words."""

from __future__ import annotations

import re

_FRENCH = frozenset(
    "le la les un une des du de et à au aux en dans pour par sur avec que qui est sont ce ces ne pas plus leur".split()
)

_ENOUGH = 20
_SHARE = 0.08


def is_french(text: str) -> bool:
    """True for a text too short to tell. In French prose one word in three is one of these; in titles, one in eight."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _ENOUGH:
        return True
    return sum(word in _FRENCH for word in words) / len(words) >= _SHARE
