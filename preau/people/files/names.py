"""Names of files: which ones lie, and how the others are written down."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_LIES = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff/\\\\:]")
_PROGRAMS = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|msi|msp|jar|js|jse|vbs|vbe|wsf|ps1|sh|php\d?|phtml|py|pl|cgi|asp|aspx|jsp|htaccess"
    r"|html?|xhtml|svg|lnk|hta|reg|dll|docm|xlsm|iso)(?=\.|\Z)",
    re.IGNORECASE,
)


def is_deceptive(name: str) -> bool:
    """A path, a hidden or reversed character, a program's ending anywhere in the name."""
    return bool(not name.strip(" .") or name.startswith(".") or _LIES.search(name) or _PROGRAMS.search(name))


def ending(name: str) -> str:
    """Lower case, without the dot; "" where the name has none."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


def cleaned(name: str) -> str:
    """One line, composed accents, single spaces, at most 120 characters, the ending kept."""
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip()
    stem, dot, last = name.rpartition(".")
    return f"{stem[: LONGEST - len(last) - 1].rstrip()}{dot}{last}" if stem else name[:LONGEST]
