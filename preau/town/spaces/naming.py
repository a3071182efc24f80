"""Whether a few words may tell who somebody is. Pure, and on the safe side: an agent reads them anyway."""

from __future__ import annotations

import re

_CIVILITIES = r"m\.|mr|mme|mlle|monsieur|madame|mademoiselle|docteur|dr|coach|maître"
_SURE = re.compile(
    r"@|\bwww\.|https?://"  # an account, an address
    r"|(?:\d[ .\-]?){6,}"  # a telephone number
    r"|\b[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}\b"  # a number plate
    rf"|\b(?:{_CIVILITIES})\s+\w+"
    r"|\b(?:s’appelle|s'appelle|fils d[eu’']|fille d[eu’']|frère d[eu’']|sœur d[eu’']|la bande à|c’est la faute)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![.!?…:]\s)(?<!^)\b[A-ZÀ-Ý][a-zà-ÿ]+")
_THINGS = frozenset({"Basket", "Foot", "Skate", "Police", "Mairie", "Préau"})


def may_name(text: str) -> bool:
    """A capital inside a sentence, a civility, a number, an address: the words are held back as they stand."""
    text = text.strip()
    if _SURE.search(text):
        return True
    if text.isupper():
        return False
    return any(found.group() not in _THINGS for found in _CAPITAL.finditer(text))
