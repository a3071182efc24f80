"""Where an item could be cut in two: the places that a reader would think of first."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACES = (
    re.compile(r"[.;!?…]\s+(?=\S)"),  # after a sentence
    re.compile(r"\n+(?=\S)"),  # after a line
    re.compile(r"\s+[–—/]\s+(?=\S)"),  # between two wordings
    re.compile(r"(?<=[a-zà-ÿ])\s+(?=[A-ZÀ-Þ][a-zà-ÿ])"),  # before a capital: two wordings that ran into each other
)
_MOST = 6
_CONTEXT = 40
MARK = "|"


@dataclass(frozen=True, slots=True)
class Cut:
    """``at`` is the offset in the item's text; ``before`` and ``after`` the words on either side of it."""

    at: int
    before: str
    after: str


def cuts(text: str) -> list[Cut]:
    places = sorted({match.end() for pattern in _PLACES for match in pattern.finditer(text)})
    return [_cut(text, at) for at in places if 0 < at < len(text)][:_MOST]


def marked_place(typed: str, text: str) -> int | None:
    """Where the person put the bar ``|`` in the text; None when there is not exactly one, inside, in that text."""
    before, bar, after = typed.partition(MARK)
    if not bar or MARK in after or not before.strip() or not after.strip():
        return None
    words = "".join(before.split())
    if words + "".join(after.split()) != "".join(text.split()):
        return None
    seen = 0
    for at, letter in enumerate(text):
        if seen == len(words) and not letter.isspace():
            return at
        seen += not letter.isspace()
    return None


def _cut(text: str, at: int) -> Cut:
    before, after = text[:at].rstrip(), text[at:]
    start = "…" if len(before) > _CONTEXT else ""
    end = "…" if len(after) > _CONTEXT else ""
    return Cut(at, start + before[-_CONTEXT:], after[:_CONTEXT] + end)
