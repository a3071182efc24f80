"""Finding French words whatever their accents, capitals or number: one small normaliser."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset(
    "a au aux ce ces d de des du en est et il ils l la le les leur ne ou par pas pour qu que qui s sa se ses son sur un"
    " une".split()
)
