"""What a word processor changes in a text by itself: the width of blanks, the shape of quotes and dashes."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]")
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ‛′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
    }
)
_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
_BEFORE_SIGNS = re.compile(r" (?=[:;?!])")
_INSIDE_QUOTES = re.compile(r'" ?([^"\n]*?) ?"')


def without_typography(text: str) -> str:
    """The same for two texts that only typography sets apart. A line break counts; it is for comparing, not showing."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"))
    plain = _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", plain.translate(_SHAPES))).strip()
    return _INSIDE_QUOTES.sub(r'"\1"', _BEFORE_SIGNS.sub("", plain))
