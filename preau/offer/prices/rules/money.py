"""Cents, and how people read them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

NARROW, WIDE = "\u202f", "\u00a0"


def rounded(cents: Decimal) -> int:
    """The nearest whole cent; half a cent goes up."""
    return int(cents.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def part(cents: int, percent: Decimal) -> int:
    """So many percent of an amount, in whole cents."""
    return rounded(cents * percent / 100)


def euros(cents: int) -> str:
    """``12,40 €``, ``1 200 €``, ``−3 €``, on one line; no cents where there are none."""
    sign, (whole, rest) = "−" if cents < 0 else "", divmod(abs(cents), 100)
    if (get_language() or "fr").startswith("en"):
        return f"{sign}€{whole:,}{f'.{rest:02d}' if rest else ''}"
    return f"{sign}{f'{whole:,}'.replace(',', NARROW)}{f',{rest:02d}' if rest else ''}{WIDE}€"


def decimal_words(value: Decimal) -> str:
    """``12,5``, ``0,0124``: a decimal without useless zeros, with the sign of the language."""
    plain = f"{value.normalize():f}"
    return plain if (get_language() or "fr").startswith("en") else plain.replace(".", ",")
