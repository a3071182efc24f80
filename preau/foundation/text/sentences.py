"""The blanks of a French sentence of the product, where the line may not break. Pure.

Sentences are written with the blanks of a keyboard; what is typed by people goes through ``design.typography``, which
mends far more.
"""

from __future__ import annotations

import re

_NARROW, _WIDE = "\u202f", "\u00a0"
_RULES = (
    (re.compile("« "), f"«{_WIDE}"),
    (re.compile(" »"), f"{_WIDE}»"),
    (re.compile(r" (?=[;!?](?!\w))"), _NARROW),
    (re.compile(r" (?=:(?:\s|$))"), _WIDE),
    (re.compile(r"(?<=[\d)s]) (?=%%|€)"), _WIDE),  # after a number, or a variable: "%(percent)s %%"
)


def with_blanks(sentence: str) -> str:
    """The same characters, some blanks of which hold the line together: none is added, none is lost."""
    for pattern, blank in _RULES:
        sentence = pattern.sub(blank, sentence)
    return sentence
