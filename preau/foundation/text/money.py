"""Numbers and amounts as people read them. Money is whole cents."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import get_language

NARROW, WIDE = "\u202f", "\u00a0"


def euros(cents: int) -> str:
    """``12,40 €``, ``1 200 €``, ``−3 €``, on one line; no cents where there are none."""
    sign, (whole, rest) = "−" if cents < 0 else "", divmod(abs(cents), 100)
    if _is_english():
        return f"{sign}€{whole_words(whole)}{f'.{rest:02d}' if rest else ''}"
    return f"{sign}{whole_words(whole)}{f',{rest:02d}' if rest else ''}{WIDE}€"


def decimal_words(value: Decimal) -> str:
    """``12,5``, ``0,0124``: without useless zeros, with the sign of the language."""
    plain = f"{value.normalize():f}"
    return plain if _is_english() else plain.replace(".", ",")


def whole_words(number: int) -> str:
    """``1 200``, on one line."""
    return f"{number:,}" if _is_english() else f"{number:,}".replace(",", NARROW)


def _is_english() -> bool:
    return (get_language() or "fr").startswith("en")
