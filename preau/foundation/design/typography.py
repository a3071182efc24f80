"""French typography, for display only: what is stored stays as it was written.

Rules of the Imprimerie nationale: no-break space before : « ; ! ? » and after «, narrow where the sign is high
(; ! ?), apostrophe ’.
"""

from __future__ import annotations

import re
from functools import lru_cache

NARROW, WIDE = "\u202f", "\u00a0"
_ADDRESS = re.compile(r"(https?://\S+|\S+@\S+)")
_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + WIDE),
    (re.compile(r"[ \u00a0\u202f]*»"), WIDE + "»"),
    (re.compile(r"[ \u00a0\u202f]*([;!?])(?!\w)"), NARROW + r"\1"),
    (re.compile(r"(?<=[^\W\d])[ \u00a0\u202f]*:(?=\s|$)"), WIDE + ":"),
    (re.compile(r"(?<=\S) +:(?=\s|$)"), WIDE + ":"),
    (re.compile(r"(?<=\d) (?=(?:%|€|ans|h|km|m²)\b|%|€)"), WIDE),
    (re.compile(r"(?<=\d\u00a0h) (?=\d\d\b)"), WIDE),
    (re.compile(r"(?<=[\dh]) (?=– \d)"), WIDE),
    (re.compile(r"[ \t]{2,}"), " "),
)


@lru_cache(maxsize=8192)
def display(text: str) -> str:
    """The text as a French reader expects to see it. Addresses are left alone.

    Remembered: a plan is read far more often than it is written.
    """
    parts = _ADDRESS.split(text)
    return "".join(part if index % 2 else _polished(part) for index, part in enumerate(parts)).strip()


def _polished(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
