"""Telephone numbers and web addresses as registers write them, and how people read them."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\s.\-()/\u00a0\u202f]+")
_FRENCH = re.compile(r"(?:\+33|0033)?0?([1-9]\d{8})")
_WEB = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+", re.IGNORECASE)
_BARE = re.compile(r"(?:www\.)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/[^\s<>\"']*)?", re.IGNORECASE)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def phone(written: str) -> str:
    """« 0146865385 », « +33 1 46 86 53 85 » → « 01 46 86 53 85 »; a short number as it is; "" for what is none."""
    plain = _SIGNS.sub("", written)
    if found := _FRENCH.fullmatch(plain):
        digits = "0" + found[1]
        return " ".join(digits[start : start + 2] for start in range(0, 10, 2))
    digits = plain.removeprefix("+")
    if not digits.isdigit() or not 3 <= len(digits) <= 15:
        return ""
    return f"{digits[:2]} {digits[2:]}" if len(digits) == 4 else plain


def web_address(written: str) -> str:
    """The first web address of a text, with its scheme; "" when there is none. Never a mail address or a script."""
    for word in re.split(r"[\s|]+", written.strip()):
        if _WEB.fullmatch(word):
            return word
        if "@" not in word and _BARE.fullmatch(word):
            return f"https://{word}"
    return ""


def without_mails(text: str, instead: str = "") -> str:
    """A text from which mail addresses are taken out: they may be somebody's own."""
    return MAIL.sub(instead, text)
