"""Plain text: one paragraph per physical line, nothing trimmed."""

from __future__ import annotations

import re

from .bullets import literal_bullet
from .contents import Contents
from .encodings import decode
from .model import Paragraph, Run

_NEWLINE = re.compile(r"\r\n|\r|\n")  # and not str.splitlines, which also cuts at form feeds and U+2028


def read_plaintext(data: bytes) -> Contents:
    """A final line break ends the last line; it does not begin an empty one."""
    decoded = decode(data)
    lines = _NEWLINE.split(decoded.text)
    if lines and not lines[-1]:
        lines.pop()
    blocks = tuple(_paragraph(text, number) for number, text in enumerate(lines, start=1))
    return Contents(blocks, notes=decoded.notes, encoding=decoded.encoding)


def _paragraph(text: str, number: int) -> Paragraph:
    return Paragraph((Run(text),) if text else (), bullet=literal_bullet(text), line=number)
